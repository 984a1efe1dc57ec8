package uk.csw.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of failures that no command foresees. */
class ErrorParagraphTest {
    @TempDir
    Path logs;

    @Test
    void a_server_that_stopped_is_named_with_the_room_that_is_left() {
        Throwable lost = new IllegalStateException(
                "step", new SQLException("An I/O error occurred", "08006", new EOFException()));

        assertThat(ErrorParagraph.inWords(lost, logs))
                .startsWith("The database does not answer any more: An I/O error occurred.")
                .contains(" MB is left for " + logs, "run the same command again");
    }

    @Test
    void a_connection_that_the_pool_has_closed_is_lost() {
        Throwable lost = new IllegalStateException("migration", new SQLException("Connection is closed"));

        assertThat(ErrorParagraph.inWords(lost, logs)).startsWith("The database does not answer any more: Connection");
    }

    @Test
    void a_full_disk_is_named() {
        assertThat(ErrorParagraph.inWords(new SQLException("could not extend file", "53100"), logs))
                .startsWith("The disk of the database is full: could not extend file. Make room");
    }

    @Test
    void of_anything_else_the_innermost_cause_is_said() {
        assertThat(ErrorParagraph.inWords(new SQLException("outer", "22012", new EOFException()), logs))
                .isEqualTo("Stopped by something unforeseen: EOFException");
    }
}
