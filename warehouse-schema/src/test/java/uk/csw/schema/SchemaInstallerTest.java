package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaInstallerTest {
    private final SchemaInstaller installer = new SchemaInstaller();

    @Test
    void migrating_twice_does_nothing_the_second_time() throws SQLException {
        DataSource database = EmptyDatabase.create();

        assertThat(installer.status(database)).isNotEmpty().first().asString().contains("001-schemas");
        assertThat(installer.migrate(database)).isPositive();
        assertThat(installer.status(database)).isEmpty();
        assertThat(installer.migrate(database)).isZero();
    }

    @Test
    void status_changes_nothing() throws SQLException {
        DataSource database = EmptyDatabase.create();

        installer.status(database);

        assertThat(text(database, "select to_regnamespace('ops')::text")).isNull();
    }

    @Test
    void several_databases_of_one_server_are_migrated_by_one_process() throws SQLException {
        for (int i = 0; i < 3; i++) {
            assertThat(installer.migrate(EmptyDatabase.create())).isPositive();
        }
    }

    @Test
    void nodes_that_start_together_migrate_once() throws Exception {
        DataSource database = EmptyDatabase.create();
        Callable<Integer> start = () -> new SchemaInstaller().migrate(database);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            int migrated = 0;
            for (Future<Integer> node : nodes.invokeAll(List.of(start, start, start))) {
                migrated += node.get() > 0 ? 1 : 0;
            }
            assertThat(migrated).isEqualTo(1);
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void liquibase_keeps_its_tables_in_ops_whatever_the_search_path() throws SQLException {
        DataSource database = EmptyDatabase.create();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to nowhere");
            statement.execute("set time zone 'Asia/Kolkata'");
            assertThat(installer.migrate(connection)).isPositive();
        }

        assertThat(text(database, "select to_regclass('ops.databasechangelog')::text"))
                .isNotNull();
        assertThat(text(database, "select count(*) from information_schema.tables where table_schema = 'public'"))
                .isEqualTo("0");
    }

    static String text(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
