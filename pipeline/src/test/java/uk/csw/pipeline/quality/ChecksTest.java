package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.ColumnType;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.layout.StagingTables;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

class ChecksTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String CHECK = """
            check: CLOSED_EARLY
            summary: Closed before it was referred
            why: Durations cannot be told.
            what_to_do: Correct one of the dates.
            severity: warning
            entity: referral
            column: closure_date
            fails_when: closure_date < referral_date
            expected: a closure after the referral
            examples:
              - {says: before, given: {closure_date: 2026-01-01, referral_date: 2026-01-02}, fails: true}
              - {says: after, given: {closure_date: 2026-01-03, referral_date: 2026-01-02}, fails: false}
            """;

    private final Checks checks = Checks.load(Shared.config());
    private Connection connection;
    private CheckedRows rows;

    @TempDir
    Path config;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        rows = new CheckedRows(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_row_may_fail_several_checks_and_says_which_dates_disagree() throws SQLException {
        CheckedRows.File file = rows.file(MARCH, "cin-census", "referral");
        rows.row(
                file,
                7,
                Map.of(
                        "referral_date",
                        "2026-04-02",
                        "closure_date",
                        "2026-02-01",
                        "is_nfa",
                        "true",
                        "referral_source",
                        "1A"));
        rows.row(file, 8, Map.of("referral_date", "2026-02-01", "is_nfa", "true", "referral_source", "1A"));

        assertThat(checks.run(connection, List.of(file.deliveryId()))).isEqualTo(3);

        assertThat(findings())
                .containsExactly(
                        "7 CIN_8600 referral_date: referral_date 2026-04-02, month_end 2026-03-31",
                        "7 CIN_8630 closure_date: closure_date 2026-02-01, referral_date 2026-04-02",
                        "7 CIN_8805 closure_reason: closure_date 2026-02-01, closure_reason blank");
    }

    @Test
    void a_return_is_held_against_the_newest_of_last_march_that_was_not_held_back() throws SQLException {
        CheckedRows.File file = rows.file(MARCH, "ssda903", "person");
        rows.beside(file, "ssda903", "care_episode");
        rows.row(file, 7, Map.of("sex", "F", "birth_date", "2012-05-01"));
        lastYear(file, "M");
        lastYear(file, "F");
        CheckedRows.File heldBack = lastYear(file, "M");
        Sql.of("update ops.delivery_file set is_held = true where file_id = :file")
                .with("file", heldBack.fileId())
                .execute(connection);
        CheckedRows.File notLanded = lastYear(file, "M");
        Sql.of("update ops.delivery_file set state = 'refused' where file_id = :file")
                .with("file", notLanded.fileId())
                .execute(connection);

        checks.run(connection, List.of(file.deliveryId()));
        assertThat(findings()).noneMatch(finding -> finding.contains("SSDA903_202"));

        lastYear(file, "M");
        checks.run(connection, List.of(file.deliveryId()));
        assertThat(findings()).anyMatch(finding -> finding.contains("7 SSDA903_202 sex"));
    }

    private CheckedRows.File lastYear(CheckedRows.File file, String sex) throws SQLException {
        CheckedRows.File lastYear = rows.lastYear(file, "ssda903", "person");
        rows.row(lastYear, 2, Map.of("sex", sex, "birth_date", "2012-05-01"));
        return lastYear;
    }

    @Test
    void judging_again_changes_nothing_and_leaves_other_findings_alone() throws SQLException {
        CheckedRows.File earlier = rows.file(MARCH, "cin-census", "referral");
        rows.row(
                earlier,
                2,
                Map.of(
                        "referral_date",
                        "2026-02-03",
                        "closure_reason",
                        "RC1",
                        "is_nfa",
                        "true",
                        "referral_source",
                        "1A"));
        CheckedRows.File tonight = rows.file(MARCH, "cin-census", "referral");
        rows.row(
                tonight,
                3,
                Map.of(
                        "referral_date",
                        "2026-02-03",
                        "closure_reason",
                        "RC1",
                        "is_nfa",
                        "true",
                        "referral_source",
                        "1A"));
        Sql.of("insert into quarantine.finding (delivery_id, line, rule_code, column_name, found)"
                        + " values (:delivery, 3, 'CODE_UNKNOWN', 'need', 'N99')")
                .with("delivery", tonight.deliveryId())
                .execute(connection);

        checks.run(connection, List.of(earlier.deliveryId()));
        checks.run(connection, List.of(tonight.deliveryId()));
        checks.run(connection, List.of(tonight.deliveryId()));

        assertThat(findings())
                .containsExactly(
                        "2 CIN_8810 closure_date: closure_reason RC1, closure_date blank",
                        "3 CIN_8810 closure_date: closure_reason RC1, closure_date blank",
                        "3 CODE_UNKNOWN need: N99");
    }

    @Test
    void a_corrected_check_forgets_what_it_found_before() throws SQLException {
        CheckedRows.File file = rows.file(MARCH, "cin-census", "referral");
        rows.row(
                file,
                2,
                Map.of(
                        "referral_date",
                        "2026-02-03",
                        "closure_reason",
                        "RC1",
                        "is_nfa",
                        "true",
                        "referral_source",
                        "1A"));
        checks.run(connection, List.of(file.deliveryId()));
        Sql.of("update staging.referral set closure_date = date '2026-02-04'").execute(connection);

        assertThat(checks.run(connection, List.of(file.deliveryId()))).isZero();

        assertThat(findings()).isEmpty();
    }

    @Test
    void every_check_is_a_rule_that_findings_can_name() throws SQLException {
        checks.run(connection, List.of());

        assertThat(Sql.of(
                                "select rule_code || ': ' || severity || ': ' || title from ops.rule where rule_code like 'CIN_8630'")
                        .list(connection, row -> row.getString(1)))
                .containsExactly("CIN_8630: warning: Closed before it was referred");
    }

    @Test
    void no_check_can_look_at_what_identifies_somebody() throws IOException {
        Layouts layouts = Layouts.load(Shared.config());
        Set<String> coded = new TreeSet<>();
        for (Layout layout : layouts.all()) {
            for (Column column : layout.columns()) {
                if (column.type() == ColumnType.CODE || column.type() == ColumnType.URN) {
                    coded.add(layout.entity() + "." + column.name());
                }
            }
        }
        StagingTables tables = StagingTables.known();
        for (String entity : tables.names()) {
            CheckColumns.of(tables, entity).forEach((column, type) -> {
                if (tables.types(entity).getOrDefault(column, "").equals("text")) {
                    assertThat(coded.contains(entity + "." + column) || column.equals("kpi_code"))
                            .as(entity + "." + column + " is a code, or must not be shown")
                            .isTrue();
                }
            });
        }
        assertThat(problems(CHECK.replace("closure_date < referral_date", "child_id = 'X'")))
                .singleElement()
                .asString()
                .startsWith("checks/CLOSED_EARLY.yaml:8 'child_id'");
    }

    @Test
    void mistakes_are_named_with_their_lines() throws IOException {
        assertThat(problems(CHECK)).isEmpty();
        assertThat(problems(CHECK.replace("closure_date < referral_date", "closure_date < 5; drop table x")))
                .containsExactly("checks/CLOSED_EARLY.yaml:8 '; drop table x'");
        assertThat(problems(CHECK.replace("entity: referral", "entity: refferal")))
                .containsExactly("checks/CLOSED_EARLY.yaml:6 'refferal'");
        assertThat(problems(CHECK.replace("severity: warning", "severity: error")))
                .containsExactly("checks/CLOSED_EARLY.yaml:5 'error' at /severity");
        assertThat(problems(CHECK.replace("check: CLOSED_EARLY", "check: CLOSED_LATE")
                        .replace("column: closure_date", "column: closed")))
                .containsExactly(
                        "checks/CLOSED_EARLY.yaml:1 'CLOSED_LATE' in checks/CLOSED_EARLY.yaml",
                        "checks/CLOSED_EARLY.yaml:7 'closed'");
        assertThat(problems(CHECK.replace("given: {closure_date: 2026-01-03,", "given: {closed: 2026-01-03,")))
                .containsExactly("checks/CLOSED_EARLY.yaml:12 'closed'");
    }

    private List<String> problems(String check) throws IOException {
        Files.createDirectories(config.resolve("schema"));
        Files.createDirectories(config.resolve("checks"));
        Files.writeString(
                config.resolve("schema/check.schema.json"),
                Files.readString(Shared.config().resolve("schema/check.schema.json")));
        Files.writeString(config.resolve("checks/CLOSED_EARLY.yaml"), check);
        try {
            Checks.load(config);
            return List.of();
        } catch (ConfigurationProblems thrown) {
            return thrown.problems().stream()
                    .map(problem -> problem.file() + ":" + problem.line() + " " + problem.found())
                    .toList();
        }
    }

    private List<String> findings() throws SQLException {
        return Sql.of("""
                        select line || ' ' || rule_code || ' ' || column_name || ': ' || found
                        from quarantine.finding
                        order by line, rule_code""").list(connection, row -> row.getString(1));
    }
}
