package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** An export of a supplier nobody has heard of is taken on by one YAML file, without a line of Java. */
class NewSupplierTest {
    private static final String LAYOUT = """
            layout: foxglove-referrals
            title: Foxglove, new cases report
            source: foxglove
            entity: referral
            plain_english: One row per new case, with what became of it.
            coverage: financial-year-to-date
            event_date: referral_date
            key: [child_id, referral_date]
            date_style: month-first
            columns:
              - {name: child_id, header: Client Ref, type: text, required: true, max_length: 20}
              - {name: referral_ref, header: Case No., type: text}
              - {name: referral_date, header: Received On, type: date, required: true}
              - name: referral_source
                header: Told By
                type: code
                codes: referral_source
                valid_on: referral_date
                values: {Health visitor: 3B, School: 2A, The police: "6", "1": 1A, "2": 5A}
              - {name: need, header: Main Worry, type: code, codes: census_need, values: {At home: N5, Harm: N1}}
              - {name: is_nfa, header: Taken On, type: flag, inverse: true}
              - {name: closure_date, header: Closed On, type: date}
              - {name: closure_reason, header: Why Closed, type: code, codes: closure_reason, values: {Moved away: RC5}}
              - {name: team, constant: Foxglove, type: text}
            """;

    @TempDir
    Path folder;

    private Path config = Path.of("");

    @BeforeEach
    void the_shipped_configuration() {
        config = folder.resolve("config");
        copy(Shared.config(), config);
    }

    @Test
    void its_referrals_reach_staging_with_the_right_values() throws IOException {
        write(LAYOUT);
        Warehouse warehouse = new Warehouse(new Inbox(folder.resolve("inbox")), config);
        warehouse.inbox().put("330", "2026-09", "New cases (Sept).csv", """
                New cases report,,,,,,,
                Client Ref,Case No.,Received On,Told By,Main Worry,Taken On,Closed On,Why Closed
                FX-01,9001,04/13/2026,Health visitor,At home,Yes,,
                FX-02,9002,9/3/2026,school,harm,yes,"Sep 25, 2026",moved away
                FX-03,9003,2026-09-04,2,,No,9/4/2026,RC7
                FX-04,9004,13/04/2026,The police,Harm,Yes,,
                FX-05,9005,9/5/2026,The neighbour,Harm,Yes,,
                """);

        warehouse.load();

        assertThat(warehouse.rows("""
                select child_id, referral_ref, referral_date, referral_source, need, is_nfa, closure_date, closure_reason, team
                from staging.referral
                order by line"""))
                .containsExactly(
                        "FX-01|9001|2026-04-13|3B|N5|f|null|null|Foxglove",
                        "FX-02|9002|2026-09-03|2A|N1|f|2026-09-25|RC5|Foxglove",
                        "FX-03|9003|2026-09-04|5A|null|t|2026-09-04|RC7|Foxglove",
                        "FX-05|9005|2026-09-05|null|N1|f|null|null|Foxglove");
        assertThat(warehouse.rows("select line, rule_code, found from quarantine.finding order by line"))
                .containsExactly("6|DATE_IMPOSSIBLE_REQUIRED|13/04/2026", "7|CODE_UNKNOWN|The neighbour");
    }

    @Test
    void its_mistakes_are_named_with_their_lines() throws IOException {
        assertThat(problems(LAYOUT.replace("month-first", "american")))
                .containsExactly("layouts/foxglove/referrals.yaml:9 'american' at /date_style");
        assertThat(problems(LAYOUT.replace("School: 2A", "School: 2Z")))
                .containsExactly("layouts/foxglove/referrals.yaml:19 '2Z' for 'referral_source'");
        assertThat(problems(LAYOUT.replace("type: flag, inverse: true", "type: date, inverse: true")))
                .containsExactly("layouts/foxglove/referrals.yaml:21 'date' at /columns/5/type");
        assertThat(problems(LAYOUT.replace("constant: Foxglove", "constant: Foxglove, header: Team")))
                .containsExactly("layouts/foxglove/referrals.yaml:24 'Team' at /columns/8/header");
        assertThat(problems(LAYOUT.replace("{name: team, constant: Foxglove, type: text}", "{name: team, type: text}")))
                .containsExactly("layouts/foxglove/referrals.yaml:24 no property 'header' at /columns/8");
        assertThat(problems(
                        LAYOUT.replace("header: Taken On, type: flag, inverse: true", "constant: perhaps, type: flag")))
                .containsExactly("layouts/foxglove/referrals.yaml:21 'perhaps'");
    }

    private void write(String layout) throws IOException {
        Files.createDirectories(config.resolve("layouts/foxglove"));
        Files.writeString(config.resolve("layouts/foxglove/referrals.yaml"), layout);
    }

    private List<String> problems(String layout) throws IOException {
        write(layout);
        List<String> found = new ArrayList<>();
        assertThatThrownBy(() -> Layouts.load(config))
                .isInstanceOfSatisfying(
                        ConfigurationProblems.class,
                        thrown -> thrown.problems()
                                .forEach(problem ->
                                        found.add(problem.file() + ":" + problem.line() + " " + problem.found())));
        return found;
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
