package uk.csw.pipeline.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import uk.csw.schema.SchemaInstaller;

/**
 * A migrated warehouse of its own for every test. One server per JVM: the one {@code CSW_TEST_DB_URL} names, else a
 * container when Docker answers, else an embedded PostgreSQL. One database per call, copied from a template.
 */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with the whole schema and nothing else in it. Connections are not pooled. */
    public static DataSource fresh() {
        String name = Template.PREFIX + "_" + NUMBER.incrementAndGet();
        try {
            execute("create database " + name + " template " + Template.NAME);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create the test database " + name, failure);
        }
        return TestServer.shared().database(name);
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = TestServer.shared().database("postgres").getConnection();
                Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    /** Migrated once, when the first test asks for a database. */
    private static final class Template {
        private static final String PREFIX =
                "csw_test_" + ProcessHandle.current().pid();
        private static final String NAME = migrated();

        private static String migrated() {
            String name = PREFIX + "_template";
            try {
                execute("drop database if exists " + name);
                execute("create database " + name + " template template0 encoding 'UTF8'");
            } catch (SQLException failure) {
                throw new IllegalStateException("Cannot create the template database " + name, failure);
            }
            new SchemaInstaller().migrate(TestServer.shared().database(name));
            return name;
        }
    }
}
