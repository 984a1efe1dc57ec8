package uk.csw.pipeline.kpi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import uk.csw.pipeline.postgres.Sql;

/**
 * Keeps the figures of signed-off periods, and their parts, as they are shown: what the facts give instead is noted in
 * {@code kpi.held_figure}. A figure that was not there when the period was signed off is no change of one, and comes in.
 */
final class SignedOff {
    private SignedOff() {}

    /**
     * Lets nobody sign off or reopen a period until the transaction ends, so that what is measured knows of every
     * sign-off, and whoever signs off later sees what was measured.
     */
    static void standStill(Connection connection) throws SQLException {
        Sql.of("lock table kpi.sign_off in share mode").execute(connection);
    }

    /** Puts the figures that are shown in place of the measured ones. All candidates must be there. */
    static void hold(Connection connection, Collection<Integer> authorities) throws SQLException {
        run(connection, "hold_forget.sql", authorities);
        if (Sql.of("select from kpi.sign_off where reopened_at is null and authority_key = any (:authorities) limit 1")
                .with("authorities", authorities)
                .first(connection, row -> true)
                .isEmpty()) {
            return;
        }
        run(connection, "hold_note.sql", authorities);
        run(connection, "hold_note_parts.sql", authorities);
        run(connection, "hold_values.sql", authorities);
        run(connection, "hold_parts.sql", authorities);
    }

    private static void run(Connection connection, String file, Collection<Integer> authorities) throws SQLException {
        Sql.file(SignedOff.class, file).with("authorities", authorities).execute(connection);
    }
}
