package uk.csw.pipeline.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.kpi.CountedFact;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;

/** Builds releases of children looked after in a test warehouse, and reads what is shown. */
final class Release {
    static final int OWN = 372;
    static final Instant TONIGHT = Instant.parse("2026-10-08T02:00:00Z");
    static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config()).only("CLA_RATE");

    private final Connection connection;
    private final FactRows facts;

    Release(Connection connection) throws SQLException {
        this.connection = connection;
        this.facts = new FactRows(connection).reference();
        facts.covers(OWN, "care_episode", YearMonth.of(2026, 7), YearMonth.of(2026, 9));
        facts.population(OWN, 2026, 10_000);
    }

    FactRows facts() {
        return facts;
    }

    /** So many more children are looked after in a month. */
    Release looksAfter(int children, int period) throws SQLException {
        facts.add(
                CountedFact.CHILD_MONTH,
                OWN,
                children,
                Map.of("period_key", Integer.toString(period), "is_looked_after", "true"));
        return this;
    }

    /** Measures and compares as a night does, and gives the number of its candidate release. */
    long candidate() throws SQLException {
        connection.setAutoCommit(false);
        facts.changed();
        Measure.run(connection, CATALOGUE, List.of(OWN));
        Compare.run(connection, CATALOGUE);
        long release = create(connection);
        connection.commit();
        return release;
    }

    /** A new candidate release. */
    static long create(Connection connection) throws SQLException {
        return Sql.of("""
                        insert into ops.release (night_id, state, created_at)
                        values (gen_random_uuid()::text, 'candidate', now())
                        returning release_id
                        """).first(connection, row -> row.getLong(1)).orElseThrow();
    }

    Published publish(long release) throws SQLException {
        Published published = Publish.run(connection, release, TONIGHT);
        connection.commit();
        return published;
    }

    /** What a reader sees now: the figures and what they are set beside. */
    static List<String> shown(Connection reader) throws SQLException {
        return Sql.of("""
                        select concat_ws(' ', period_key, basis, numerator, 'release', release_id) from mart.kpi_value
                        union all
                        select concat_ws(' ', period_key, basis, comparator, difference, 'release', release_id)
                        from mart.kpi_comparison
                        order by 1
                        """).list(reader, row -> row.getString(1));
    }
}
