package uk.csw.pipeline.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.publish.Publish;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;

/** One authority's figures with counts a test gives, taken from there to what the committee reads. */
final class Committee {
    static final int OWN = 372;
    private static final Instant NOW = Instant.parse("2026-10-08T02:00:00Z");
    private static final String DEFINITION = """
            code: %s
            name: A figure of a test
            plain_english: A figure whose counts a test gives.
            group: Test
            outcome: Test
            unit: %s
            decimals: %d
            polarity: %s
            counted_from: care_episode
            date: start_date
            numerator: {text: Some, where: is_care_start}
            %s
            bases: [%s]
            disclosure: none
            comparators: {neighbours: {method: mean, minimum_members: 5}}
            examples:
              - {says: one, given: [], period: 2025-01, basis: month, expect: {numerator: 0, status: no_data}}
              - {says: two, given: [], period: 2025-01, basis: month, expect: {numerator: 0, status: no_data}}
              - {says: three, given: [], period: 2025-01, basis: month, expect: {numerator: 0, status: no_data}}
            """;

    private final Connection connection;
    private final Path config;
    private final TargetCsv targets;
    private boolean isMeasured;

    Committee(Connection connection, Path config) throws SQLException, IOException {
        this.connection = connection;
        this.config = config;
        this.targets = new TargetCsv(config);
        for (String part : new String[] {"schema", "kpis"}) {
            Files.createDirectories(config.resolve(part));
            try (Stream<Path> files = Files.list(Shared.config().resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, config.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        connection.setAutoCommit(false);
        new FactRows(connection).reference();
        Sql.of("""
                        insert into core.dim_authority values (372, '372', 'E08000018', 'Rotherham', 'E12000003',
                            'Yorkshire and The Humber', 'Yorkshire and The Humber', 'MD', '2009-01-01', '9999-12-31', true)
                        """).execute(connection);
    }

    /** A percentage that the catalogue does not have. */
    Committee percentage(String code, String polarity) {
        return define(code, "percent", 1, polarity, "denominator: {text: All, where: 'true'}");
    }

    /** A percentage of which a move of up to {@code points} counts as none. */
    Committee steady(String code, String polarity, String points) {
        return define(code, "percent", 1, polarity, "denominator: {text: All, where: 'true'}\nsame_within: " + points);
    }

    /** A count that the catalogue does not have. */
    Committee count(String code, String polarity) {
        return define(code, "count", 0, polarity, "");
    }

    /** A percentage whose year-end figure takes in the work that {@code open} and {@code late} count. */
    Committee timeliness(String code, String open, String late) {
        for (String stock : new String[] {open, late}) {
            write(
                    stock,
                    DEFINITION
                            .formatted(stock, "count", 0, "lower", "", "snapshot")
                            .replace("care_episode\ndate: start_date", "child_month")
                            .replace("is_care_start", "is_looked_after")
                            .replace("basis: month", "basis: snapshot"));
        }
        return define(
                code,
                "percent",
                1,
                "higher",
                "denominator: {text: All, where: 'true'}\nprojection: {open: " + open + ", late: " + late + "}");
    }

    private Committee define(String code, String unit, int decimals, String polarity, String denominator) {
        write(
                code,
                DEFINITION.formatted(code, unit, decimals, polarity, denominator, "month, quarter, ytd, r12, annual"));
        return this;
    }

    private void write(String code, String definition) {
        try {
            Files.writeString(config.resolve("kpis/" + code + ".yaml"), definition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TargetCsv targets() {
        return targets;
    }

    KpiCatalogue catalogue() {
        return KpiCatalogue.load(config);
    }

    Committee figure(String kpi, int period, String basis, int numerator, int denominator) throws SQLException {
        return insert(kpi, period, basis, numerator, denominator);
    }

    Committee figure(String kpi, int period, String basis, int count) throws SQLException {
        return insert(kpi, period, basis, count, null);
    }

    /** A KPI in remit without a figure. */
    Committee nothing(String kpi, int period, String basis) throws SQLException {
        return insert(kpi, period, basis, null, null);
    }

    /** Says that a figure of another service knows about so many in a hundred. */
    Committee covering(String kpi, int period, int percent) throws SQLException {
        Sql.of(
                        "update kpi.candidate_value set coverage_percent = :percent where kpi_code = :kpi and period_key = :period")
                .with("percent", percent)
                .with("kpi", kpi)
                .with("period", period)
                .execute(connection);
        return this;
    }

    private Committee insert(
            String kpi, int period, String basis, @Nullable Integer numerator, @Nullable Integer denominator)
            throws SQLException {
        if (!isMeasured) {
            // Nothing is covered, so this measures nothing; it takes note of the definitions.
            Measure.run(connection, catalogue(), List.of(OWN));
            isMeasured = true;
        }
        Sql.of("""
                        insert into kpi.candidate_value
                        select :kpi, 372, :period, :basis, :numerator, :denominator,
                            case unit
                                when 'percent' then 100 * :numerator::numeric / :denominator
                                when 'per_10000' then 10000 * :numerator::numeric / :denominator
                                else :numerator
                            end,
                            case
                                when :numerator::integer is null then 'not_available'
                                when :denominator::integer < 10 then 'too_few'
                                else 'measured'
                            end,
                            case when unit = 'percent' then kpi.wilson_low(:numerator, :denominator) end,
                            case when unit = 'percent' then kpi.wilson_high(:numerator, :denominator) end,
                            false, definition_version
                        from kpi.definition
                        where kpi_code = :kpi and is_current
                        """)
                .with("kpi", kpi)
                .with("period", period)
                .with("basis", basis)
                .with("numerator", numerator)
                .with("denominator", denominator)
                .execute(connection);
        return this;
    }

    /** Published percentages of the year to March 2026, of as many authorities. */
    Committee published(String kpi, Integer... percents) throws SQLException {
        Sql.of("insert into core.neighbour values ('2025', 372, 370, 1, 'Close')")
                .execute(connection);
        Sql.of("""
                        with file as (
                            insert into core.published_file (sha256, mapping, file_name, source_table, is_collection,
                                newest_year, edition, vintage, loaded_at)
                            values ('test', '', 'a.csv', 'A', false, 2026, 1, '2026', now())
                            returning file_id
                        )
                        insert into kpi.published_comparison (kpi_code, authority_key, year, neighbour_model, value,
                            members_used, members_total, file_id, is_computed, note)
                        select :kpi, 371 + place, 2026, '2025', percent, 0, 0, file_id, false, ''
                        from file
                        cross join unnest(:percents::integer[]) with ordinality as published (percent, place)
                        """).with("kpi", kpi).with("percents", List.of(percents)).execute(connection);
        return this;
    }

    /** Compares, judges and publishes, as a night does after measuring. */
    Committee publish() throws SQLException {
        targets.write();
        KpiCatalogue catalogue = catalogue();
        Targets.load(config, catalogue, ReferenceData.load(Shared.config()).authorities())
                .install(connection, NOW);
        Compare.run(connection, catalogue);
        Judge.run(connection, catalogue);
        long release = Sql.of("""
                        insert into ops.release (night_id, state, created_at)
                        values (gen_random_uuid()::text, 'candidate', now())
                        returning release_id
                        """).first(connection, row -> row.getLong(1)).orElseThrow();
        Publish.run(connection, release, NOW);
        connection.commit();
        isMeasured = false;
        return this;
    }

    /** Columns of the figure's row on the scorecard, with bars between. */
    String card(String kpi, int period, String basis, String columns) throws SQLException {
        return read("select concat_ws(' | ', " + columns + ") from mart.scorecard where kpi_code = '" + kpi
                        + "' and period_key = " + period + " and basis = '" + basis + "'")
                .get(0);
    }

    List<String> read(String query) throws SQLException {
        return Sql.of(query).list(connection, row -> row.getString(1));
    }
}
