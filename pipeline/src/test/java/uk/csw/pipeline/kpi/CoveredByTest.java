package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

/** A figure that rests on several kinds of record is available where all of them are covered. */
class CoveredByTest {
    private static final int AUTHORITY = 857;
    private static final String CASES_WITHOUT_A_PLAN = KpiFiles.COUNT
            .formatted("CASES_N")
            .replace("care_episode", "child_month")
            .replace("date: start_date\n", "covered_by: [referral, plan]\n")
            .replace("where: is_care_start", "where: is_in_need and not is_on_protection_plan")
            .replace("month", "snapshot")
            .replace("child_snapshot", "child_month");

    @TempDir
    Path folder;

    private Connection connection;
    private FactRows facts;

    @BeforeEach
    void a_case_without_a_plan_in_every_month() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        facts = new FactRows(connection).reference();
        for (int month = 202504; month <= 202509; month++) {
            Map<String, String> open = Map.of("period_key", Integer.toString(month), "is_in_need", "true");
            facts.add(CountedFact.CHILD_MONTH, AUTHORITY, 1, open);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_first_entity_decides_for_which_months_there_is_a_figure_and_all_whether_it_is_available()
            throws SQLException {
        covers("referral", "2025-04", "2025-07");
        covers("plan", "2025-05", "2025-09");
        covers("care_episode", "2020-01", "2020-12");

        measure(CASES_WITHOUT_A_PLAN);

        assertThat(figures("snapshot"))
                .containsExactly(
                        "202504 - not_available", "202505 1 measured", "202506 1 measured", "202507 1 measured");
    }

    @Test
    void an_entity_that_was_never_delivered_leaves_no_figure_available() throws SQLException {
        covers("referral", "2025-04", "2025-05");

        measure(CASES_WITHOUT_A_PLAN);

        assertThat(figures("snapshot")).containsExactly("202504 - not_available", "202505 - not_available");
    }

    @Test
    void history_counts_from_the_entity_that_begins_last() throws SQLException {
        covers("referral", "2025-04", "2025-09");
        covers("plan", "2025-06", "2025-09");

        measure(CASES_WITHOUT_A_PLAN.replace("bases:", "look_back_months: 3\nbases:"));

        assertThat(figures("snapshot"))
                .containsExactly(
                        "202504 - not_available",
                        "202505 - not_available",
                        "202506 - not_available",
                        "202507 - not_available",
                        "202508 1 measured",
                        "202509 1 measured");
    }

    @Test
    void an_outcome_ages_by_the_entity_that_ends_first() throws SQLException {
        covers("referral", "2025-04", "2025-09");
        covers("plan", "2025-04", "2025-06");

        measure(CASES_WITHOUT_A_PLAN.replace("bases:", "maturity_days: 45\nbases:"));

        assertThat(figures("snapshot"))
                .startsWith("202504 1 measured", "202505 1 immature", "202506 1 immature", "202507 - not_available");
    }

    private void covers(String entity, String from, String to) throws SQLException {
        facts.covers(AUTHORITY, entity, YearMonth.parse(from), YearMonth.parse(to));
    }

    private void measure(String definition) throws SQLException {
        Measure.run(
                connection, new KpiFiles(folder).write("CASES_N", definition).load(), List.of(AUTHORITY));
    }

    private List<String> figures(String basis) throws SQLException {
        return Sql.of("""
                        select period_key || ' ' || coalesce(trim_scale(value)::text, '-') || ' ' || status
                        from kpi.candidate_value
                        where basis = :basis
                        order by period_key
                        """).with("basis", basis).list(connection, row -> row.getString(1));
    }
}
