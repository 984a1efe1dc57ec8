package uk.csw.pipeline.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.csw.pipeline.comparator.PublishedComparison;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.judge.Judge;
import uk.csw.pipeline.judge.Targets;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.CountedFact;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.publish.Publish;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;

/** Children looked after in Rotherham and its neighbours, measured, compared, judged and published as a night does. */
final class Nights {
    static final int ROTHERHAM = 372;
    static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final KpiCatalogue CATALOGUE =
            KpiCatalogue.load(Shared.config()).only("CLA_RATE");
    private static final Instant FIRST = Instant.parse("2026-10-08T02:00:00Z");
    private static final int[] NEIGHBOURS = {370, 357, 371, 384, 894, 332, 909};

    private final Connection connection;
    private final FactRows facts;
    private final Set<Integer> measured = new LinkedHashSet<>();
    private int published;

    Nights(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        facts = new FactRows(connection).reference();
        Sql.of("""
                        insert into core.dim_authority (authority_key, authority_code, gss_code, authority_name,
                            region_code, region_name, comparison_region_name, authority_type, valid_from, valid_to, is_live)
                        select code, code, 'E' || code, name, 'E12000003', 'Yorkshire', 'Yorkshire', 'MD', '2009-04-01',
                            case when code = 909 then '2023-03-31' else '9999-12-31' end::date, code <> 909
                        from (
                            values (372, 'Rotherham'), (370, 'Barnsley'), (357, 'Tameside'), (371, 'Doncaster'),
                                (384, 'Wakefield'), (894, 'Telford and Wrekin'), (332, 'Dudley'), (909, 'Cumbria')
                        ) as authority (code, name)
                        """).execute(connection);
        facts.neighbours("2025", ROTHERHAM, NEIGHBOURS);
    }

    /** So many more children of an authority are looked after at the end of a month, out of ten thousand residents. */
    Nights looksAfter(int authority, int period, int children) throws SQLException {
        if (measured.add(authority)) {
            facts.covers(authority, "care_episode", YearMonth.of(2026, 7), YearMonth.of(2026, 9));
            facts.population(authority, 2026, 10_000);
        }
        facts.add(
                CountedFact.CHILD_MONTH,
                authority,
                children,
                Map.of("period_key", Integer.toString(period), "is_looked_after", "true"));
        return this;
    }

    /** Compares Rotherham with a group, too. */
    Nights group(String code, String edition, int... members) throws SQLException {
        facts.group(code, edition, "2020-04-01", "9999-12-31", ROTHERHAM, members);
        return this;
    }

    /** Holds the figures against the rows of a file of targets. */
    Nights targets(Path folder, String... rows) throws SQLException, IOException {
        Files.createDirectories(folder.resolve("targets"));
        Files.write(folder.resolve("targets/test.csv"), List.of(rows));
        Targets.load(folder, CATALOGUE, ReferenceData.load(Shared.config()).authorities())
                .install(connection, FIRST);
        return this;
    }

    /** A published table of the year to March 2026, as area and figure or symbol. */
    Nights published(Map<String, String> figures) throws SQLException {
        Sql.of("""
                        insert into core.published_file (sha256, mapping, file_name, source_table, is_collection,
                            newest_year, edition, vintage, loaded_at)
                        values ('x', 'x', 'x.csv', 'Children looked after', false, 2026, 1, '2026', now())
                        """).execute(connection);
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            boolean isNumber = figure.getValue().matches("[0-9.]+");
            Sql.of("""
                            insert into core.published_value (file_id, kpi_code, area_level, area_code, area_name, year,
                                value, symbol, is_computed, note)
                            select file_id, 'CLA_RATE', :level, :code, '', 2026, :value::numeric, :symbol, false, ''
                            from core.published_file
                            """)
                    .with("level", figure.getKey().equals("E92000001") ? "england" : "authority")
                    .with("code", figure.getKey())
                    .with("value", isNumber ? figure.getValue() : null)
                    .with("symbol", isNumber ? null : figure.getValue())
                    .execute(connection);
        }
        PublishedComparison.run(connection, CATALOGUE);
        return this;
    }

    /** Measures every authority that has children, and publishes, each time a day later. */
    Nights publish() throws SQLException {
        long release = candidate();
        Publish.run(connection, release, FIRST.plusSeconds(86_400L * published));
        published++;
        connection.commit();
        return this;
    }

    /** The same without publishing. */
    long candidate() throws SQLException {
        facts.changed();
        Measure.run(connection, CATALOGUE, List.copyOf(measured));
        Compare.run(connection, CATALOGUE);
        Judge.run(connection, CATALOGUE);
        return Sql.of("""
                        insert into ops.release (night_id, state, created_at)
                        values (gen_random_uuid()::text, 'candidate', now())
                        returning release_id
                        """).first(connection, row -> row.getLong(1)).orElseThrow();
    }

    /** Rotherham's figure at the end of a month, explained. */
    Optional<Explanation> explain(YearMonth month) throws SQLException {
        return Explain.figure(connection, CATALOGUE.find("CLA_RATE").orElseThrow(), ROTHERHAM, month, Basis.SNAPSHOT);
    }
}
