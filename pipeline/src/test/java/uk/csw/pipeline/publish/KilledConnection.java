package uk.csw.pipeline.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection that commits every statement and dies before its {@code n}th. */
final class KilledConnection {
    private int statementsLeft;

    private KilledConnection(int statements) {
        this.statementsLeft = statements;
    }

    static Connection after(int statements, Connection real) throws SQLException {
        real.setAutoCommit(true);
        KilledConnection killed = new KilledConnection(statements);
        return (Connection) Proxy.newProxyInstance(
                KilledConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && killed.statementsLeft-- == 0) {
                        throw new SQLException("killed");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
