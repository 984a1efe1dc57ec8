package uk.csw.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;

/** What people do with the command line who read with a login of their own. */
class ReadersTest {
    private static final String[] FIGURE = {"explain", "CLA_RATE", "805", "2026-07", "--basis", "snapshot"};
    private static final String[] CASES = {"explain", "CLA_RATE", "805", "2026-07", "--basis", "snapshot", "--cases"};

    @TempDir
    static Path folder;

    private static Installation csw;

    @BeforeAll
    static void a_published_release() {
        csw = new Installation(folder).generate();
        csw.nightly();
    }

    @Test
    void an_analyst_is_shown_the_same_cases_and_explanation_as_the_owner() {
        assertThat(csw.cswAs("csw_analyst", CASES)).isEqualTo(csw.csw(CASES));
        assertThat(csw.cswAs("csw_analyst", CASES).text()).contains("The cases add up to that.", "child_key");
        assertThat(csw.cswAs("csw_analyst", FIGURE)).isEqualTo(csw.csw(FIGURE));
        assertThat(csw.cswAs("csw_analyst", FIGURE).text()).contains("first published", "What quarantine kept out");
    }

    @Test
    void a_dashboard_is_shown_figures_and_where_they_come_from_and_no_cases() {
        assertThat(csw.cswAs("csw_dashboard", "scorecard", "805")).isEqualTo(csw.csw("scorecard", "805"));
        assertThat(csw.cswAs("csw_dashboard", "report", "805")).isEqualTo(csw.csw("report", "805"));
        assertThat(csw.cswAs("csw_dashboard", FIGURE)).isEqualTo(csw.csw(FIGURE));
        assertThat(csw.cswAs("csw_dashboard", "commentary", "list").exit()).isZero();
        assertThat(csw.cswAs("csw_dashboard", "signoff").exit()).isZero();

        refused(csw.cswAs("csw_dashboard", CASES), "the cases behind a figure", "a member of csw_analyst");
    }

    @Test
    void the_public_is_shown_neither_and_told_whom_to_ask() {
        refused(csw.cswAs("csw_public", CASES), "the cases behind a figure", "a member of csw_analyst");
        refused(csw.cswAs("csw_public", FIGURE), "where figures come from", "csw_dashboard or csw_analyst");
        refused(
                csw.cswAs("csw_public", "scorecard"),
                "figures with their small numbers",
                "csw_dashboard or csw_analyst");
        refused(csw.cswAs("csw_public", "report"), "figures with their small numbers", "csw_dashboard or csw_analyst");
    }

    @Test
    void who_only_reads_is_told_so_before_anything_is_loaded() {
        refused(csw.cswAs("csw_analyst", "nightly", "--inbox", folder.toString()), "only reads", "csw_loader");
        refused(csw.cswAs("csw_analyst", "deliveries", "list"), "only reads", "csw_loader");
        refused(csw.cswAs("csw_analyst", "schema", "migrate"), "only reads", "owner");
        refused(csw.cswAs("csw_analyst", "schema", "status"), "only reads", "owner");
    }

    private static void refused(Said said, String... words) {
        assertThat(said.exit()).as(said.text()).isEqualTo(2);
        assertThat(said.text()).contains(words).doesNotContain("\tat ", "Exception", "ERROR");
    }
}
