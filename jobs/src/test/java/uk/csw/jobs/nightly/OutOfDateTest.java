package uk.csw.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/** Nights without a delivery, all on one warehouse: each test begins with figures that are up to date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutOfDateTest {
    private static final String NOTHING_NEW = "Nothing new." + System.lineSeparator();

    private Installation csw;
    private Path config;

    @BeforeAll
    void load(@TempDir Path folder) {
        csw = new Installation(folder).generate();
        config = csw.ownConfig();
        assertThat(csw.nightly().exit()).isZero();
    }

    @BeforeEach
    void bringUpToDate() {
        csw.nightly();
    }

    @Test
    void figures_up_to_date_are_left_alone() {
        long runs = csw.number("select count(*) from ops.batch_job_execution");

        assertThat(csw.nightly()).isEqualTo(new Said(0, NOTHING_NEW));
        assertThat(csw.csw("measure").text()).startsWith("Nothing to do: the figures shown come from");
        assertThat(csw.csw("measure", "805", "2026-07").text())
                .startsWith("Not 2026-07 alone")
                .contains("Nothing to do: the figures shown of authority 805");
        assertThat(csw.csw("publish").text()).startsWith("Nothing to publish");
        assertThat(csw.csw("publish", "805", "2026-07").exit()).isZero();
        assertThat(csw.number("select count(*) from ops.batch_job_execution")).isEqualTo(runs);
    }

    @Test
    void published_tables_are_set_beside_our_figures_by_a_night_without_a_delivery() throws SQLException {
        long release = shownRelease();
        publishedElsewhere();

        Said said = csw.nightly();

        assertThat(said.exit()).isZero();
        assertThat(said.text())
                .contains("published tables, neighbours or comparison groups (comparisons of 2)")
                .doesNotContain("figures of", "Deliveries taken");
        assertThat(shownRelease()).isEqualTo(release + 1);
        assertThat(csw.rows("select distinct authority_code from mart.kpi_comparison where comparator = 'england'"
                        + " and comparator_value = 57"))
                .containsExactly("805");
        assertThat(csw.nightly()).isEqualTo(new Said(0, NOTHING_NEW));
    }

    @Test
    void a_changed_comparison_group_is_compared_with_by_a_night_without_a_delivery() throws IOException {
        Path groups = config.resolve("comparison-groups/example.csv");
        String before = Files.readString(groups);
        Files.writeString(groups, before.lines().limit(3).collect(Collectors.joining("\n")) + "\n");

        assertThat(comparedWithGroup()).containsExactly("too_few_members 1/2");
        assertThat(csw.nightly().text())
                .contains("comparison groups (comparisons of 2)")
                .doesNotContain("figures of", "Deliveries taken");
        assertThat(comparedWithGroup()).containsExactly("mean 1/1");
        assertThat(csw.csw("scorecard", "805").text()).contains("Tees coast (example) ");

        Files.delete(groups);

        assertThat(csw.nightly().text()).contains("comparison groups (comparisons of 2)");
        assertThat(comparedWithGroup()).isEmpty();
        assertThat(csw.nightly()).isEqualTo(new Said(0, NOTHING_NEW));
    }

    @Test
    void changed_targets_are_measured_first_and_shown_when_published() throws IOException {
        long release = shownRelease();
        Files.writeString(
                config.resolve("targets/example.csv"),
                "CLA_FOSTER_PCT,,,2020-04-01,,TARGET_HIGH,70,,,5,,ABS,AMBER,,,,,test,nobody\n",
                StandardOpenOption.APPEND);

        Said measured = csw.csw("measure");
        Said again = csw.csw("measure");

        assertThat(measured.text())
                .contains("targets (colours of 2)", "is not published yet", "MEASURED, NOT SHOWN YET");
        assertThat(measured.exit()).isZero();
        assertThat(again.text()).startsWith("Measured before: release ");
        assertThat(shownRelease()).isEqualTo(release);
        assertThat(judged()).isZero();

        Said published = csw.csw("publish");

        assertThat(published.text()).contains("Published release", "Done.");
        assertThat(published.exit()).isZero();
        assertThat(shownRelease()).isGreaterThan(release);
        assertThat(judged()).isPositive();
        assertThat(csw.csw("publish").text()).startsWith("Nothing to publish");
        assertThat(csw.rows("select distinct status from ops.batch_job_execution"))
                .contains("COMPLETED", "STOPPED");
    }

    @Test
    void what_was_measured_by_a_definition_that_was_taken_back_is_never_shown() throws IOException {
        long release = shownRelease();
        var before = csw.results();
        String definition = reword("first");

        assertThat(csw.csw("measure", "805").text())
                .contains("definitions, population or a reopened period (figures of 2 authorities)");
        Files.writeString(config.resolve("kpis/CLA_RATE.yaml"), definition);

        assertThat(csw.csw("measure").text()).startsWith("Nothing to do");
        assertThat(csw.csw("publish").text()).startsWith("Nothing to publish");
        assertThat(csw.nightly().text()).isEqualTo(NOTHING_NEW);
        assertThat(shownRelease()).isEqualTo(release);
        assertThat(csw.results().get("kpi.value")).isEqualTo(before.get("kpi.value"));

        reword("first");
        assertThat(csw.csw("measure").text()).contains("MEASURED, NOT SHOWN YET");
        assertThat(csw.nightly().text()).contains("Published release");
        assertThat(versionsShown()).isEqualTo(1);
    }

    @Test
    void a_delivery_brings_along_the_authorities_whose_definitions_changed() throws IOException {
        reword("second");
        csw.inbox().put("805", "2026-07", "notes.txt", "a file more\n");

        Said said = csw.nightly();

        assertThat(said.text()).contains("1 delivery: ", "(2 authorities)").doesNotContain("Changed since");
        assertThat(versionsShown()).isEqualTo(1);
        assertThat(csw.nightly().text()).isEqualTo(NOTHING_NEW);
    }

    @Test
    void a_killed_night_without_a_delivery_is_finished_by_the_next() throws Exception {
        long release = shownRelease();
        reword("third");
        for (String table : List.of("kpi.candidate_value", "ops.current_release")) {
            killAt(table);
        }
        assertThat(shownRelease()).isEqualTo(release);

        Said said = csw.nightly();

        assertThat(said.text()).contains("going on from where it stopped", "Published release");
        assertThat(shownRelease()).isEqualTo(release + 1);
        assertThat(versionsShown()).isEqualTo(1);
        assertThat(csw.nightly().text()).isEqualTo(NOTHING_NEW);
    }

    @Test
    void a_signed_off_period_stays_as_it_is_until_somebody_reopens_it_and_says_why() throws IOException {
        assertThat(csw.csw("signoff").text()).startsWith("Nothing is signed off.");
        assertThat(csw.csw("signoff", "805", "2019-01", "--by", "A. Director").exit())
                .isEqualTo(2);
        assertThat(csw.csw("reopen", "805", "2026-06", "--by", "A. Director", "--reason", "late")
                        .text())
                .contains("805 2026-06 is not signed off");
        Said signed = csw.csw("signoff", "805", "2026-06", "--by", "A. Director", "--note", "seen by the board");
        Said again = csw.csw("signoff", "805", "2026-06", "--by", "Somebody");
        List<String> june = figures("2026-06");
        List<String> may = figures("2026-05");
        deliverFewerChildren();

        Said night = csw.nightly();

        assertThat(signed.text()).startsWith("Signed off: ").contains(" figures of 805 2026-06, as release ");
        assertThat(again.exit()).isZero();
        assertThat(again.text()).startsWith("Nothing to do: 805 2026-06 was signed off by A. Director on ");
        assertThat(night.exit()).isZero();
        assertThat(night.text())
                .contains(
                        "Signed off, so not changed",
                        " figures would change, and stay as A. Director signed off on ",
                        "csw reopen 805 2026-06 --by NAME --reason TEXT, then csw nightly");
        assertThat(figures("2026-06")).isEqualTo(june);
        assertThat(figures("2026-05")).isNotEqualTo(may);
        assertThat(csw.csw("signoff").text()).contains("805", "2026-06", "A. Director", "seen by the board");

        assertThat(csw.csw("report", "805", "2026-06").text())
                .contains("Signed off by A. Director on ", ": seen by the board.");
        String held = csw.rows("select kpi_code from mart.held_figure where shown_value <> held_value limit 1")
                .get(0);
        assertThat(csw.csw("explain", held, "805", "2026-06").text())
                .contains("Signed off by A. Director on ", " The facts now give ");

        Said reopened = csw.csw("reopen", "805", "2026-06", "--by", "B. Officer", "--reason", "a wrong file");
        Said shown = csw.nightly();

        assertThat(reopened.text()).startsWith("Reopened: 805 2026-06. The next csw nightly shows ");
        assertThat(shown.text())
                .contains("a reopened period (figures of 1 authority)", "Published release")
                .doesNotContain("Signed off, so not changed");
        assertThat(figures("2026-06")).isNotEqualTo(june);
        assertThat(csw.rows("select distinct reopen_reason from mart.restatement where period_key = 202606"
                        + " and authority_code = '805'"))
                .containsExactly("a wrong file");
        assertThat(csw.nightly().text()).isEqualTo(NOTHING_NEW);
    }

    private List<String> figures(String period) {
        return csw.rows(
                "select concat_ws(' ', kpi_code, basis, numerator, denominator, value, status) from mart.kpi_value"
                        + " where authority_code = '805' and period_key = " + period.replace("-", "") + " order by 1");
    }

    /** Hartlepool delivers its newest month again, with some children fewer in it. */
    private void deliverFewerChildren() throws IOException {
        try (Stream<Path> files = Files.list(csw.inbox().path().resolve("805/2026-07"))) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.get(0).contains("DECOM") && lines.get(0).contains("PLACE")) {
                    csw.inbox()
                            .put(
                                    "805",
                                    "2026-07",
                                    file.getFileName().toString(),
                                    String.join("\n", lines.subList(0, lines.size() - 5)));
                }
            }
        }
    }

    /** Changes the words of a definition, and with them its version; returns what they were. */
    private String reword(String words) throws IOException {
        Path file = config.resolve("kpis/CLA_RATE.yaml");
        String before = Files.readString(file);
        Files.writeString(file, before.replaceFirst("name: ", "name: Reworded " + words + ", "));
        return before;
    }

    private void publishedElsewhere() throws SQLException {
        InTransaction.run(csw.database(), connection -> Sql.of("""
                        with file as (
                            insert into core.published_file (sha256, mapping, file_name, source_table, is_collection,
                                newest_year, edition, vintage, loaded_at)
                            values ('test', '', 'a.csv', 'A', false, 2026, 1, '2026', now())
                            returning file_id
                        )
                        insert into kpi.published_comparison
                        select 'CLA_FOSTER_PCT', 805, 2026, '2025', 60, null, 60, 60, 10, 10, 7, 11, 117, 153, 'D', 58, 57,
                            file_id, false, ''
                        from file
                        """).execute(connection));
    }

    private List<String> comparedWithGroup() {
        return csw.rows("select distinct method || ' ' || members_used || '/' || members_total from mart.kpi_comparison"
                + " where comparator_name = 'Tees coast (example)' and kpi_code = 'CLA_FOSTER_PCT'"
                + " and period_key = 202607 and basis = 'snapshot'");
    }

    private long shownRelease() {
        return csw.number("select release_id from ops.current_release");
    }

    private long judged() {
        return csw.number("select count(*) from mart.scorecard where kpi_code = 'CLA_FOSTER_PCT' and rag <> 'BLUE'"
                + " and rag <> 'GREY'");
    }

    private long versionsShown() {
        return csw.number("select count(distinct definition_version) from kpi.value where kpi_code = 'CLA_RATE'"
                + " and release_to is null");
    }

    private void killAt(String table) throws SQLException, IOException, InterruptedException {
        try (Connection blocking = csw.database().getConnection()) {
            blocking.setAutoCommit(false);
            Sql.of("lock table " + table + " in exclusive mode").execute(blocking);
            Process night = csw.startNightly();
            await("a night that is stopped at " + table)
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> !night.isAlive() || isBlocked());
            assertThat(night.isAlive()).as("alive when it reaches " + table).isTrue();
            night.destroyForcibly().waitFor();
            blocking.rollback();
        }
    }

    private boolean isBlocked() {
        return csw.number("select count(*) from pg_locks inner join pg_stat_activity using (pid)"
                        + " where not granted and locktype = 'relation'"
                        + " and pg_stat_activity.datname = current_database()")
                > 0;
    }
}
