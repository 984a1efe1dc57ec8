package uk.csw.jobs.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path home;

    @Test
    void data_stay_between_runs_on_the_same_port() throws SQLException {
        int port;
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            execute(database, "create table kept as select 42 as answer");
            port = port(database);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(value(database, "select answer from kept")).isEqualTo("42");
            assertThat(port(database)).isEqualTo(port);
            assertThat(value(database, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void another_program_on_the_port_makes_it_choose_the_next_and_remember_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.resolve("port"), other.getLocalPort() + "\n");
            try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
                assertThat(port(database)).isGreaterThan(other.getLocalPort());
                assertThat(Files.readString(home.resolve("port")).strip()).isEqualTo(String.valueOf(port(database)));
            }
        }
    }

    @Test
    void two_programs_share_one_server_and_the_last_to_leave_stops_it() throws Exception {
        DatabaseAddress address;
        try (OtherProgram other = OtherProgram.holding(home)) {
            try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
                address = database.address();
                assertThat(address).isEqualTo(other.address());
            }
            assertThat(answers(address)).isTrue();
        }
        assertThat(answers(address)).isFalse();
    }

    @Test
    void the_server_of_a_killed_program_is_joined_and_then_stopped() throws Exception {
        OtherProgram other = OtherProgram.holding(home);
        other.kill();
        assertThat(answers(other.address())).isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(database.address()).isEqualTo(other.address());
        }
        assertThat(answers(other.address())).isFalse();
    }

    @Test
    void a_creation_that_was_killed_half_way_is_done_again() throws Exception {
        Files.createDirectories(home.resolve("data.unfinished"));
        Files.writeString(home.resolve("data.unfinished").resolve("PG_VERSION"), "18\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(value(database, "select current_database()")).isEqualTo("csw");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.address().url(), "csw", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private static int port(EmbeddedDatabase database) {
        return Integer.parseInt(database.address().url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static boolean answers(DatabaseAddress address) {
        try (Connection connection = connect(address)) {
            return connection.isValid(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database.address());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database.address());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
