package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import uk.csw.pipeline.postgres.Sql;

/**
 * What the planner knows of the tables that are being filled. It is told on the way where an authority delivers something
 * for the first time: of an authority that the statistics do not know it expects a single row, and joins each row with
 * each. Otherwise it knows enough, and need not be told: a table of which statistics were taken is closed to those of
 * every other transaction until this one ends.
 */
final class Statistics {
    private final Connection connection;
    private final boolean areTaken;

    private Statistics(Connection connection, boolean areTaken) {
        this.connection = connection;
        this.areTaken = areTaken;
    }

    /** Taken where {@code change_of_standing} calls for it. */
    static Statistics whereNeeded(Connection connection) throws SQLException {
        return new Statistics(connection, areNeeded(connection));
    }

    /** Whether, by {@code change_of_standing}, an authority delivers a layout for the first time. */
    static boolean areNeeded(Connection connection) throws SQLException {
        return Sql.of("select from change_of_standing where period_before is null limit 1")
                .first(connection, row -> true)
                .orElse(false);
    }

    /** Takes them of a table that this transaction filled, if they are to be taken. */
    void of(String table) throws SQLException {
        if (areTaken) {
            Sql.of("analyze " + table).execute(connection);
        }
    }
}
