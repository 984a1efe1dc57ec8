package uk.csw.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;
import uk.csw.pipeline.support.Shared;

class NightlyTest {
    @TempDir
    Path folder;

    @Test
    void a_night_takes_files_to_a_published_release() {
        Installation csw = new Installation(folder).generate();

        Said said = csw.nightly();

        assertThat(said.text()).contains("10 deliveries", "Published release 1", "Done.");
        assertThat(said.exit()).isZero();
        assertThat(csw.number("select sum(rows_read - rows_staged - rows_quarantined) from ops.delivery_file"))
                .isZero();
        assertThat(csw.number("select count(*) from mart.kpi_value where status = 'measured'"))
                .isPositive();
        assertThat(csw.rows("select status from ops.batch_job_execution")).containsExactly("COMPLETED");
    }

    @Test
    void the_committees_paper_sets_each_figure_beside_others_and_any_of_them_can_be_explained() {
        Installation csw = new Installation(folder).generate();
        csw.nightly();

        Said paper = csw.csw("report", "805", "2026-07");

        assertThat(paper.exit()).isZero();
        assertThat(paper.text())
                .startsWith("# Hartlepool (805), 2026-07")
                .containsPattern("[0-9]+ KPIs, [0-9]+ with a figure, [0-9]+ of these judged against a target")
                .contains("## Children in our care live in stable homes", "## Other figures")
                .contains("| KPI | figure | target | colour |")
                .doesNotContain("null");
        assertThat(csw.csw("report", "999").exit()).isEqualTo(2);
        assertThat(csw.csw("explain", "CLA_RATE", "805", "2026-07", "--basis", "snapshot")
                        .text())
                .startsWith("CLA_RATE: ")
                .contains(
                        "Hartlepool (805), at the end of July 2026 (snapshot)",
                        "That rule holds for every authority from 1 April 2020 until further notice",
                        "EXAMPLE ONLY: an expected range",
                        "Middlesbrough",
                        "not in this warehouse",
                        "first published",
                        "What quarantine kept out")
                .doesNotContain("null");
    }

    @Test
    void what_an_officer_writes_stands_in_the_paper_and_gives_way_to_what_is_written_later() {
        Installation csw = new Installation(folder).generate();
        csw.nightly();
        String[] figure = {"commentary", "add", "CLA_RATE", "805", "2026-07"};

        assertThat(csw.csw(with(figure, "--by", "A. Officer", "--text", "Two large families came."))
                        .exit())
                .isZero();
        assertThat(csw.csw(with(figure, "--by", "B. Officer", "--text", "Three families came."))
                        .exit())
                .isZero();

        assertThat(csw.csw("report", "805", "2026-07").text())
                .containsPattern("Three families came. [(]B. Officer, [0-9]+ [A-Z][a-z]+ 20[0-9]{2}[)]")
                .doesNotContain("Two large families came.");
        assertThat(csw.csw("commentary", "list").text()).contains("B. Officer").doesNotContain("A. Officer");
        assertThat(csw.csw("commentary", "list", "--history").text()).contains("A. Officer", "superseded");
        assertThat(csw.csw(with(figure, "--by", "A. Officer", "--text", "See child 9434765919."))
                        .text())
                .contains("identifier");
        assertThat(csw.csw("commentary", "add", "CLA_RATE", "805", "1999-07", "--by", "A. Officer", "--text", "Fine.")
                        .exit())
                .isEqualTo(2);
        assertThat(csw.csw("scorecard", "805", "2026-07").text())
                .containsSubsequence("Children in our care live in stable homes", "CLA_RATE", "Other figures");
    }

    private static String[] with(String[] first, String... then) {
        return Stream.concat(Stream.of(first), Stream.of(then)).toArray(String[]::new);
    }

    @Test
    void the_same_files_again_are_nothing_new() {
        Installation csw = new Installation(folder).generate();
        csw.nightly();
        var before = csw.results();

        Said again = csw.nightly();

        assertThat(again).isEqualTo(new Said(0, "Nothing new." + System.lineSeparator()));
        assertThat(csw.results()).isEqualTo(before);
        assertThat(csw.number("select count(*) from ops.batch_job_execution")).isEqualTo(1);
    }

    @Test
    void a_changed_file_supersedes_and_the_figures_it_changes_are_told() throws IOException {
        Installation csw = new Installation(folder).generate();
        csw.nightly();
        Path episodes = file(csw, "805/2026-07", "DECOM");
        List<String> lines = Files.readAllLines(episodes);
        csw.inbox()
                .put(
                        "805",
                        "2026-07",
                        episodes.getFileName().toString(),
                        String.join("\n", lines.subList(0, lines.size() - 3)));

        Said said = csw.nightly();

        assertThat(said.exit()).isZero();
        assertThat(said.text()).contains("Inbox: 1 new, 0 refused, 9 unchanged", "Published release 2");
        assertThat(csw.number("select count(*) from ops.delivery where authority_key = 805 and period_key = 202607"))
                .isEqualTo(2);
        assertThat(csw.number("select count(*) from mart.restatement")).isPositive();
    }

    @Test
    void a_broken_delivery_is_refused_and_the_others_are_published() {
        Installation csw = new Installation(folder).generate();
        csw.inbox().put("807", "2026-07", "episodes.csv", "this is, no table\nwe, know\n");

        Said said = csw.nightly();

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("807/2026-07/episodes.csv", "Published release 1", "DONE, BUT NOT FOR ALL");
        assertThat(csw.rows("select distinct authority_code from mart.kpi_value order by 1"))
                .containsExactly("805", "806");
        assertThat(csw.nightly().exit()).isZero();
    }

    @Test
    void only_refused_deliveries_are_reported_and_run_nothing() {
        Installation csw = new Installation(folder);
        csw.inbox().put("807", "2026-07", "episodes.csv", "this is, no table\nwe, know\n");

        Said said = csw.nightly();

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("1 refused", "807/2026-07/episodes.csv");
        assertThat(csw.number("select count(*) from ops.batch_job_execution")).isZero();
    }

    @Test
    void what_could_not_be_taken_as_a_file_is_named_where_findings_are_listed() throws IOException {
        Installation csw = new Installation(folder);
        csw.inbox().put("807", "2026-07", "episodes.csv", "this is, no table\nwe, know\n");
        Files.createDirectory(csw.inbox().path().resolve("807/2026-07/reviews.csv"));
        csw.nightly();

        assertThat(csw.csw("quarantine", "list").text()).contains("FILE_IS_DIRECTORY", "reviews.csv: a folder");
    }

    @Test
    void a_run_that_never_was_is_a_slip_of_the_keyboard() {
        Installation csw = new Installation(folder);

        for (String command : List.of("show", "restart")) {
            assertThat(csw.csw("runs", command, "903"))
                    .isEqualTo(new Said(2, "There is no run 903. See csw runs list." + System.lineSeparator()));
        }
    }

    @Test
    void a_folder_that_is_no_authority_s_is_told_again_until_it_is_gone() {
        Installation csw = new Installation(folder);
        csw.inbox().put("Hartlepool", "2026-07", "episodes.csv", "this is, no table\nwe, know\n");

        Said first = csw.nightly();

        assertThat(first.text())
                .contains("Hartlepool: AUTHORITY_UNKNOWN", "NOTHING LOADED")
                .doesNotContain("unforeseen");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(csw.nightly()).isEqualTo(first);
    }

    @Test
    void of_two_nights_at_once_one_waits_and_finds_nothing_to_do() {
        Installation csw = new Installation(folder).generate();

        CompletableFuture<Said> other = CompletableFuture.supplyAsync(csw::nightly);
        Said one = csw.nightly();

        assertThat(List.of(one.exit(), other.join().exit())).containsExactly(0, 0);
        assertThat(Stream.of(one, other.join()).filter(said -> said.text().contains("Nothing new.")))
                .hasSize(1);
        assertThat(csw.number("select count(*) from ops.batch_job_execution")).isEqualTo(1);
    }

    @Test
    void a_truncated_file_is_held_until_a_person_lets_it_through() throws IOException {
        Installation csw = new Installation(folder).generate();
        csw.nightly();
        Path episodes = file(csw, "806/2026-07", "DECOM");
        String name = episodes.getFileName().toString();
        csw.inbox().put("806", "2026-07", name, Files.readAllLines(episodes).get(0) + "\n");

        Said held = csw.nightly();
        assertThat(held.exit()).isEqualTo(1);
        assertThat(held.text()).contains("held back");
        long before = lookedAfter(csw);
        assertThat(before).isPositive();

        assertThat(csw.csw("deliveries", "accept", "806", "2026-07", "ssda903-episodes", "--reason", "it is right")
                        .exit())
                .isZero();
        assertThat(csw.nightly().exit()).isZero();
        assertThat(lookedAfter(csw)).isLessThan(before);
    }

    @Test
    void a_delivery_of_which_every_file_is_held_keeps_no_other_authority_out() throws IOException {
        Installation csw = new Installation(folder).generate();
        csw.nightly();
        Path truncated = file(csw, "806/2026-07", "DECOM");
        String headings = Files.readAllLines(truncated).get(0) + "\n";
        FileSystemUtils.deleteRecursively(truncated.getParent());
        csw.inbox().put("806", "2026-07", truncated.getFileName().toString(), headings);
        Path corrected = file(csw, "805/2026-07", "DECOM");
        String rows = Files.readString(corrected).strip();
        csw.inbox().put("805", "2026-07", corrected.getFileName().toString(), rows);

        Said said = csw.nightly();

        assertThat(said.text()).contains("held back", "DONE, BUT NOT FOR ALL");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void months_of_another_generator_go_through() {
        Path samples = Shared.required("samples/ssda903-monthly");
        Installation csw = new Installation(folder);
        for (int month = 4; month <= 9; month++) {
            csw.inbox().copy("330", "2019-0" + month, samples.resolve("snapshot_2019-0" + month));
        }

        Said said = csw.nightly();

        assertThat(said.text()).contains("6 deliveries", "Published release 1");
        assertThat(csw.number("select sum(rows_read - rows_staged - rows_quarantined) from ops.delivery_file"))
                .isZero();
        assertThat(csw.number("select count(*) from mart.kpi_value where period_key = 201909"))
                .isPositive();
    }

    private static long lookedAfter(Installation csw) {
        return csw.number("select numerator from mart.kpi_value where kpi_code = 'CLA_RATE' and basis = 'snapshot'"
                + " and authority_code = '806' and period_key = 202607");
    }

    /** The file of a delivery whose header has this column: authorities name their files differently. */
    private static Path file(Installation csw, String delivery, String column) throws IOException {
        try (Stream<Path> files = Files.list(csw.inbox().path().resolve(delivery))) {
            for (Path file : files.toList()) {
                String header = Files.readAllLines(file).get(0);
                if (header.contains(column) && header.contains("PLACE")) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("No file with column " + column + " in " + delivery);
    }
}
