package uk.csw.jobs.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.csw.pipeline.postgres.Sql;

/**
 * One night at a time per warehouse. The lock lives and dies with a database session, so a killed program frees it;
 * whoever holds it may treat every other execution marked as running as dead.
 */
final class NightLock implements AutoCloseable {
    /** Any number that nobody else locks on in this database: "csw" in ASCII, and a two. */
    private static final long KEY = 0x63_73_77_02L;

    private static final int LOOKS = 300;
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Connection session;

    private NightLock(Connection session) {
        this.session = session;
    }

    /** Takes the lock, waiting for another night to end; {@code say} hears about the wait. */
    static NightLock take(DataSource database, Consumer<String> say) throws SQLException {
        Connection session = database.getConnection();
        try {
            session.setAutoCommit(true);
            if (!Sql.of("select pg_try_advisory_lock(:key)")
                    .with("key", KEY)
                    .first(session, row -> row.getBoolean(1))
                    .orElse(false)) {
                say.accept("Another run is working on this warehouse; waiting for it to finish.");
                Sql.of("select pg_advisory_lock(:key)").with("key", KEY).execute(session);
            }
            endSessionsLeftBehind(session);
            return new NightLock(session);
        } catch (SQLException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    @Override
    public void close() throws SQLException {
        try (session) {
            Sql.of("select pg_advisory_unlock(:key)").with("key", KEY).execute(session);
        }
    }

    /** The server may still be working for a program that is dead; what it was doing must not land later. */
    private static void endSessionsLeftBehind(Connection session) throws SQLException {
        List<Integer> ended =
                Sql.file(NightLock.class, "sessions_left_behind.sql").list(session, row -> row.getInt(1));
        for (int look = 0; !ended.isEmpty() && look < LOOKS; look++) {
            long left = Sql.file(NightLock.class, "sessions_still_there.sql")
                    .with("sessions", ended)
                    .first(session, row -> row.getLong(1))
                    .orElse(0L);
            if (left == 0) {
                return;
            }
            pause();
        }
        if (!ended.isEmpty()) {
            throw new SQLException("A session of an earlier, killed run does not end: server process " + ended
                    + ". Ask the database administrator to end it, then run again.");
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for an earlier run's session to end", e);
        }
    }
}
