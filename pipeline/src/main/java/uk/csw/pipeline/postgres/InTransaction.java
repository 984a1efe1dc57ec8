package uk.csw.pipeline.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a connection of its own in one transaction: all of it is kept, or none. */
public final class InTransaction {
    private InTransaction() {}

    /**
     * Runs {@code work} and commits; rolls back and rethrows when it fails.
     *
     * @throws SQLException what the work or the database threw
     */
    public static <T> T run(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(before);
            }
        }
    }

    /**
     * Checks that a transaction is open, before anything is touched.
     *
     * @param work what needs it, as the message begins: {@code Measuring}
     * @throws IllegalStateException when each statement would be committed by itself
     */
    public static void isNeeded(Connection connection, String work) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(work + " needs a transaction");
        }
    }

    /** Work to do on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
