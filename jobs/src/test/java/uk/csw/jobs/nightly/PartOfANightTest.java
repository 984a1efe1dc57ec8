package uk.csw.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;

/** What can be asked for beside a whole night. */
class PartOfANightTest {
    @TempDir
    Path folder;

    @Test
    void one_delivery_is_loaded_alone_and_the_night_takes_the_others() {
        Installation csw = new Installation(folder).generate();
        csw.inbox().put("notes", "2026-04", "stray.csv", "not,a delivery\n");

        Said said = load(csw, "805", "2026-04");

        assertThat(said.text()).contains("Inbox: 1 new, 0 refused", "1 delivery: ", "Published release 1", "Done.");
        assertThat(said.exit()).isZero();
        assertThat(csw.rows("select authority_code || ' ' || period_key from ops.delivery"))
                .containsExactly("805 202604");
        assertThat(load(csw, "805", "2026-04"))
                .isEqualTo(new Said(
                        0, "Nothing new: 805/2026-04 is loaded, and has not changed since." + System.lineSeparator()));

        assertThat(csw.nightly().text()).contains("Inbox: 9 new", "1 unchanged", "Published release 2");
        assertThat(csw.number("select count(*) from ops.batch_job_execution")).isEqualTo(2);
    }

    @Test
    void a_delivery_that_was_refused_is_not_called_loaded() {
        Installation csw = new Installation(folder);
        csw.inbox().put("807", "2026-07", "episodes.csv", "this is, no table\nwe, know\n");

        Said refused = load(csw, "807", "2026-07");
        Said again = load(csw, "807", "2026-07");

        assertThat(refused.text()).contains("807/2026-07/episodes.csv", "NOTHING LOADED");
        assertThat(again.text()).contains("NOT LOADED: 807/2026-07 was refused before");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(again.exit()).isEqualTo(1);
    }

    private static Said load(Installation csw, String authority, String period) {
        return csw.csw("load", authority, period, "--inbox", csw.inbox().path().toString());
    }
}
