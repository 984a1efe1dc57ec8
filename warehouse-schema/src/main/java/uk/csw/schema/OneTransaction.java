package uk.csw.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.atomic.AtomicReference;
import liquibase.exception.LiquibaseException;

/**
 * Runs a whole migration in one transaction. Liquibase commits after every changeset; on the connection it is given
 * here a commit only moves a savepoint on, and a rollback goes back to it, so that nothing of a migration is seen
 * before all of it is.
 */
final class OneTransaction {
    private final Connection connection;

    OneTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Commits what {@code work} did; rolls all of it back when it fails. */
    <T> T run(Work<T> work) {
        return run(work, true);
    }

    /** Rolls back whatever {@code work} did. */
    <T> T preview(Work<T> work) {
        return run(work, false);
    }

    private <T> T run(Work<T> work, boolean keep) {
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.run(withSavepoints());
                done = keep;
                return result;
            } finally {
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException | LiquibaseException failure) {
            throw new SchemaFailure("The schema was not changed", failure);
        }
    }

    private Connection withSavepoints() throws SQLException {
        AtomicReference<Savepoint> last = new AtomicReference<>(connection.setSavepoint());
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "commit" -> {
                        connection.releaseSavepoint(last.get());
                        last.set(connection.setSavepoint());
                        yield null;
                    }
                    case "rollback" -> {
                        connection.rollback(last.get());
                        yield null;
                    }
                    case "setAutoCommit", "close" -> null;
                    default -> call(method, arguments);
                });
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    /** Work to do on the connection of the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException, LiquibaseException;
    }
}
