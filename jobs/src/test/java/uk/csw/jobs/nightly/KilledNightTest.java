package uk.csw.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;
import uk.csw.jobs.schedule.Schedule;
import uk.csw.pipeline.postgres.Sql;

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
        killAt(killed, "kpi.held_figure", "measure");
        killAt(killed, "kpi.candidate_compared", "compare");
        killAt(killed, "kpi.candidate_judged_figure", "judge");
        killAt(killed, "kpi.value", "publish");
        killAt(killed, "kpi.breakdown_value", "publish");
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

    /** The server does not notice the death of a program while it works for it. */
    @Test
    void what_a_killed_scheduled_night_was_doing_is_ended_before_another_night_begins() throws Exception {
        Installation csw = new Installation(folder);
        csw.inbox().put("805", "2026-07", "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n");
        csw.csw("schema", "migrate");
        Schedule.every(LocalTime.of(2, 0), csw.database(), () -> {}).close();
        csw.rows("with missed as (update ops.qrtz_triggers set next_fire_time = 0 returning 1) select 1 from missed");

        try (Connection blocking = locked(csw, "ops.delivery_file")) {
            killBlocked(csw, csw.startServe(), "registration");
            assertThat(isBlocked(csw)).as("a session left behind").isTrue();

            NightLock.take(csw.database(), said -> {}).close();

            assertThat(isBlocked(csw)).as("a session left behind").isFalse();
        }
    }

    private static void killAt(Installation csw, String table, String step)
            throws SQLException, IOException, InterruptedException {
        try (Connection blocking = locked(csw, table)) {
            killBlocked(csw, csw.startNightly(), step);
        }
    }

    /** A session that keeps all others from writing to {@code table} until it is closed. */
    private static Connection locked(Installation csw, String table) throws SQLException {
        Connection blocking = csw.database().getConnection();
        blocking.setAutoCommit(false);
        Sql.of("lock table " + table + " in exclusive mode").execute(blocking);
        return blocking;
    }

    private static void killBlocked(Installation csw, Process program, String step) throws InterruptedException {
        await("a night that is stopped in " + step)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !program.isAlive() || isBlocked(csw));
        assertThat(program.isAlive()).as("alive when it reaches " + step).isTrue();
        program.destroyForcibly().waitFor();
    }

    private static boolean isBlocked(Installation csw) {
        return csw.number("select count(*) from pg_locks inner join pg_stat_activity using (pid)"
                        + " where not granted and locktype = 'relation'"
                        + " and pg_stat_activity.datname = current_database()")
                > 0;
    }
}
