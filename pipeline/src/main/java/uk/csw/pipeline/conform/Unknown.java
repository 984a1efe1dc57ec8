package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import uk.csw.pipeline.postgres.Sql;

/**
 * Helps the planner where an authority delivers something for the first time. Of an authority that the statistics do not
 * know it expects a single row, and would hold each row against each. So rows are joined by hashing until the facts are
 * derived, and only then are statistics taken, for the stages that follow: a table of which statistics were taken is
 * closed to those of every other transaction until this one ends.
 */
final class Unknown {
    private Unknown() {}

    /** Plans for unknown authorities, if by {@code change_of_standing} any delivers a layout for the first time. */
    static void planFor(Connection connection) throws SQLException {
        boolean isFirst = Sql.of("select from change_of_standing where period_before is null limit 1")
                .first(connection, row -> true)
                .orElse(false);
        if (isFirst) {
            Sql.of("set local enable_nestloop = off").execute(connection);
        }
    }

    static void planForNoMore(Connection connection) throws SQLException {
        Sql.of("set local enable_nestloop to default").execute(connection);
    }

    /** Whether nothing but these deliveries stands of some authority and layout. */
    static boolean isAmong(Connection connection, Collection<Long> deliveries) throws SQLException {
        return Sql.of("""
                        select
                        from staging.in_force_delivery
                        group by authority_key, layout
                        having bool_and(delivery_id = any (:deliveries))
                        limit 1
                        """)
                .with("deliveries", deliveries)
                .first(connection, row -> true)
                .orElse(false);
    }
}
