package uk.csw.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A new empty database on one server that all tests of this JVM share. */
final class EmptyDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private EmptyDatabase() {}

    static DataSource create() throws SQLException {
        return create("template0");
    }

    /** A copy of the database {@code template}, to which nobody may be connected. */
    static DataSource create(String template) throws SQLException {
        String name = "schema_" + NUMBER.incrementAndGet();
        try (Connection connection = Server.SHARED.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template + " encoding 'UTF8'");
        }
        return Server.SHARED.getDatabase("postgres", name);
    }

    /** Started with the first database, stopped by zonky's own shutdown hook. */
    private static final class Server {
        private static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
