package uk.csw.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;

/**
 * A night in a JVM of its own is stopped at a table that another session has locked, so that it is certainly in the
 * middle of that step's work, and then killed.
 */
class KilledNightTest {
    @TempDir
    Path folder;

    @Test
    void a_night_killed_in_every_step_ends_as_an_undisturbed_one() throws Exception {
        Installation undisturbed = new Installation(folder.resolve("undisturbed")).generate();
        assertThat(undisturbed.nightly().exit()).isZero();

        Installation killed = new Installation(folder.resolve("killed"), undisturbed.inbox());
        killAt(killed, "ops.delivery_file", "registration");
        killAt(killed, "staging.care_episode", "land");
        killAt(killed, "core.fact_placement", "conform");
        killAt(killed, "kpi.candidate_value", "measure");
        killAt(killed, "kpi.value", "publish");
        killAt(killed, "ops.current_release", "publish");
        Said last = killed.nightly();

        assertThat(last.text()).contains("going on from where it stopped", "Published release");
        assertThat(last.exit()).isZero();
        Map<String, List<String>> expected = undisturbed.results();
        Map<String, List<String>> results = killed.results();
        assertThat(results.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (table, rows) -> assertThat(results.get(table)).as(table).containsExactlyElementsOf(rows));
        assertThat(killed.number("select count(*) from ops.delivery")).isEqualTo(10);
        assertThat(killed.rows("select distinct step_name from ops.batch_step_execution where status = 'COMPLETED'"
                        + " and step_name not like '%:%' group by step_name having count(*) > 1"))
                .as("steps done twice")
                .isEmpty();
        assertThat(killed.nightly().text()).isEqualTo("Nothing new." + System.lineSeparator());
    }

    private void killAt(Installation csw, String table, String step)
            throws SQLException, IOException, InterruptedException {
        try (Connection blocking = csw.database().getConnection();
                Statement statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("lock table " + table + " in exclusive mode");
            Process night = csw.startNightly();
            await("a night that is stopped in " + step)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !night.isAlive() || isBlocked(csw));
            assertThat(night.isAlive()).as("alive when it reaches " + table).isTrue();
            night.destroyForcibly().waitFor();
            blocking.rollback();
        }
    }

    private static boolean isBlocked(Installation csw) {
        return csw.number("select count(*) from pg_locks inner join pg_stat_activity using (pid)"
                        + " where not granted and locktype = 'relation'"
                        + " and pg_stat_activity.datname = current_database()")
                > 0;
    }
}
