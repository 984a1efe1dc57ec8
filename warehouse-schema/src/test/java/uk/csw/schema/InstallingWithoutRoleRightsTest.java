package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Many authorities give an application a database, but not the right to create roles. */
class InstallingWithoutRoleRightsTest {
    private final Logger log = Logger.getLogger("uk.csw.schema");

    @Test
    void migration_goes_on_and_says_which_roles_to_ask_for() throws SQLException, IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            run(
                    server.getPostgresDatabase(),
                    "create role installer login",
                    "create database warehouse owner installer template template0 encoding 'UTF8'");
            DataSource database = server.getDatabase("installer", "warehouse");
            Messages messages = new Messages();
            log.addHandler(messages);
            try {
                assertThat(new SchemaInstaller().migrate(database)).isPositive();
            } finally {
                log.removeHandler(messages);
            }

            assertThat(messages.texts)
                    .filteredOn(text -> text.contains("create role"))
                    .hasSize(4)
                    .allMatch(text -> text.contains("may not create it") && text.contains("call ops.grant_access()"));

            run(server.getPostgresDatabase(), "create role csw_analyst", "grant csw_analyst to installer");
            run(database, "call ops.grant_access()", "set role csw_analyst", "select count(*) from mart.scorecard");
        }
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Keeps what is logged. */
    private static final class Messages extends Handler {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord message) {
            texts.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
