package uk.csw.pipeline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.csw.pipeline.support.TestDatabase;

class JudgeTest {
    private static final String ASM = "ASM_45WD_PCT";

    @TempDir
    private Path config;

    private Connection connection;
    private Committee committee;

    @BeforeEach
    void a_warehouse() throws SQLException, IOException {
        connection = TestDatabase.fresh().getConnection();
        committee = new Committee(connection, config);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** Each council's rule, the figure, the figure of a year before (blank: none), and the colour it gave. */
    @ParameterizedTest(name = "{0}: {1} after {2} is {3}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "tolerance 10% green, amber when no worse;   900; -;   GREEN; target=90 tol_below=10 tol_kind=REL tolerance_colour=GREEN improve_test=true",
                "tolerance 10% green, amber when no worse;   810; -;   GREEN; target=90 tol_below=10 tol_kind=REL tolerance_colour=GREEN improve_test=true",
                "tolerance 10% green, amber when no worse;   809; 809; AMBER; target=90 tol_below=10 tol_kind=REL tolerance_colour=GREEN improve_test=true",
                "tolerance 10% green, amber when no worse;   809; 810; RED;   target=90 tol_below=10 tol_kind=REL tolerance_colour=GREEN improve_test=true",
                "tolerance 10% green, amber when no worse;   809; -;   RED;   target=90 tol_below=10 tol_kind=REL tolerance_colour=GREEN improve_test=true",
                "tolerance withdrawn;                        900; -;   GREEN; target=90",
                "tolerance withdrawn;                        899; 100; RED;   target=90",
                "tolerance per indicator, amber;             876; -;   AMBER; target=90 tol_below=5",
                "tolerance per indicator, amber;             850; -;   AMBER; target=90 tol_below=5",
                "tolerance per indicator, amber;             849; -;   RED;   target=90 tol_below=5",
                "amber within tolerance only when no worse;  876; 870; AMBER; target=90 tol_below=5 improve_test=true",
                "amber within tolerance only when no worse;  876; 880; RED;   target=90 tol_below=5 improve_test=true",
                "relative tolerance is of the target;        180; -;   AMBER; target=20 tol_below=10 tol_kind=REL",
                "relative tolerance is of the target;        179; -;   RED;   target=20 tol_below=10 tol_kind=REL",
                "asymmetric tolerance, 2 below and 1 above;  880; -;   GREEN; rule_type=RANGE range_low=90 range_high=90 tol_below=2 tol_above=1 tolerance_colour=GREEN",
                "asymmetric tolerance, 2 below and 1 above;  910; -;   GREEN; rule_type=RANGE range_low=90 range_high=90 tol_below=2 tol_above=1 tolerance_colour=GREEN",
                "asymmetric tolerance, 2 below and 1 above;  911; -;   RED;   rule_type=RANGE range_low=90 range_high=90 tol_below=2 tol_above=1 tolerance_colour=GREEN",
                "expected range;                             500; -;   GREEN; rule_type=RANGE range_low=50 range_high=60",
                "expected range;                             499; -;   RED;   rule_type=RANGE range_low=50 range_high=60",
                "lower is better;                            200; -;   GREEN; rule_type=TARGET_LOW target=20 tol_above=2",
                "lower is better;                            220; -;   AMBER; rule_type=TARGET_LOW target=20 tol_above=2",
                "lower is better;                            221; -;   RED;   rule_type=TARGET_LOW target=20 tol_above=2",
                "information only;                           100; -;   BLUE;  rule_type=NONE",
            })
    void each_councils_rule_is_reproduced(String rule, int figure, Integer lastYear, String colour, String cells)
            throws SQLException {
        String all = cells.contains("rule_type") ? cells : "rule_type=TARGET_HIGH " + cells;
        committee.targets().rule(ASM, all.split(" "));
        committee.figure(ASM, 202609, "ytd", figure, 1000);
        if (lastYear != null) {
            committee.figure(ASM, 202509, "ytd", lastYear, 1000);
        }
        committee.publish();

        assertThat(committee.card(ASM, 202609, "ytd", "rag")).isEqualTo(colour);
    }

    @Test
    void a_figure_shown_as_the_target_is_on_target() throws SQLException {
        committee.targets().rule(ASM, "rule_type=TARGET_HIGH", "target=90");
        committee.figure(ASM, 202609, "ytd", 8996, 10_000).publish();

        assertThat(committee.card(ASM, 202609, "ytd", "value, rag, rag_reason"))
                .isEqualTo("90.0 | GREEN | 90.0% against a target of 90.0% or more: on target");
    }

    @Test
    void the_reason_says_figure_target_distance_and_tolerance() throws SQLException {
        committee.targets().rule(ASM, "rule_type=TARGET_HIGH", "target=90", "tol_below=5");
        committee.figure(ASM, 202609, "ytd", 876, 1000).publish();

        assertThat(committee.card(ASM, 202609, "ytd", "rag_reason"))
                .isEqualTo(
                        "87.6% against a target of 90.0% or more: below it by 2.4 points, within the tolerance of 5.0"
                                + " points");
    }

    @Test
    void an_authoritys_own_rule_comes_before_the_one_for_all_and_a_named_basis_before_none() throws SQLException {
        committee
                .targets()
                .rule(ASM, "rule_type=TARGET_HIGH", "target=80")
                .rule(ASM, "rule_type=TARGET_HIGH", "target=90", "authority_code=372")
                .rule(ASM, "rule_type=TARGET_HIGH", "target=70", "authority_code=372", "basis=month");
        committee
                .figure(ASM, 202609, "ytd", 85, 100)
                .figure(ASM, 202609, "month", 85, 100)
                .publish();

        assertThat(committee.card(ASM, 202609, "ytd", "target, rag")).isEqualTo("90.0 | RED");
        assertThat(committee.card(ASM, 202609, "month", "target, rag")).isEqualTo("70.0 | GREEN");
    }

    @Test
    void the_colour_under_last_years_rule_stands_beside_it() throws SQLException {
        committee
                .targets()
                .rule(ASM, "rule_type=TARGET_HIGH", "target=90", "tol_below=5", "valid_to=2026-03-31")
                .rule(ASM, "rule_type=TARGET_HIGH", "target=90", "valid_from=2026-04-01");
        committee.figure(ASM, 202609, "ytd", 87, 100).publish();

        assertThat(committee.card(ASM, 202609, "ytd", "rag, rag_last_year_rule"))
                .isEqualTo("RED | AMBER");
    }

    @Test
    void a_changed_target_shows_with_the_next_release_though_no_figure_changed() throws SQLException {
        committee.targets().rule(ASM, "rule_type=TARGET_HIGH", "target=90");
        committee.figure(ASM, 202609, "ytd", 87, 100).publish();
        committee.targets().clear().rule(ASM, "rule_type=TARGET_HIGH", "target=85", "reason=agreed anew");

        committee.publish();

        assertThat(committee.card(ASM, 202609, "ytd", "target, rag, value")).isEqualTo("85.0 | GREEN | 87.0");
        assertThat(committee.read("select target || ' ' || (withdrawn_at is null) from kpi.target order by 1"))
                .containsExactly("85 true", "90 false");
        assertThat(committee.read("select rag || ' ' || (release_to is null) from kpi.judgement order by 1"))
                .containsExactly("GREEN true", "RED false");
    }

    @Test
    void what_did_not_change_keeps_its_row() throws SQLException {
        committee.targets().rule(ASM, "rule_type=TARGET_HIGH", "target=90");
        committee.figure(ASM, 202609, "ytd", 87, 100).publish();

        committee.publish();

        assertThat(committee.read("select release_from || ' ' || (release_to is null) from kpi.judgement"))
                .containsExactly("1 true");
    }

    @Test
    void within_a_range_a_figure_is_better_when_it_comes_nearer_to_it() throws SQLException {
        committee.targets().rule("CLA_RATE", "rule_type=RANGE", "range_low=45", "range_high=55");
        committee
                .figure("CLA_RATE", 202509, "snapshot", 300, 100_000)
                .figure("CLA_RATE", 202608, "snapshot", 580, 100_000)
                .figure("CLA_RATE", 202609, "snapshot", 600, 100_000)
                .figure("CLA_RATE", 202510, "snapshot", 460, 100_000)
                .figure("CLA_RATE", 202511, "snapshot", 520, 100_000)
                .publish();

        assertThat(committee.card("CLA_RATE", 202609, "snapshot", "short_arrow_text, short_state, long_arrow_text"))
                .isEqualTo("up, worse | decline and not on target | up, better");
        assertThat(committee.card("CLA_RATE", 202511, "snapshot", "short_arrow_text, short_state"))
                .isEqualTo("up | increase");
    }

    @Test
    void the_best_quarter_of_england_is_a_target_once_the_authorities_figures_are_published() throws SQLException {
        committee.targets().rule(ASM, "rule_type=COMPARATOR", "comparator=top_quartile", "tol_below=5");
        committee
                .figure(ASM, 202603, "annual", 86, 100)
                .published(ASM, 50, 60, 70, 90, 100)
                .figure(ASM, 202503, "annual", 100, 100)
                .publish();

        assertThat(committee.card(ASM, 202603, "annual", "rag, rag_reason"))
                .isEqualTo("AMBER | 86.0% against the top quartile of English authorities of 90.0% or more:"
                        + " below it by 4.0 points, within the tolerance of 5.0 points");
        assertThat(committee.card(ASM, 202503, "annual", "rag, rag_reason"))
                .isEqualTo("GREY | nothing to judge by: the top quartile of English authorities is not available");
    }

    @Test
    void a_figure_that_moved_no_further_than_counts_is_the_same() throws SQLException {
        committee
                .steady("STEADY_PCT", "higher", "0.5")
                .targets()
                .rule("STEADY_PCT", "rule_type=TARGET_HIGH", "target=90", "tol_below=5", "improve_test=true");
        committee
                .figure("STEADY_PCT", 202508, "month", 8846, 10_000)
                .figure("STEADY_PCT", 202509, "month", 8850, 10_000)
                .figure("STEADY_PCT", 202608, "month", 8796, 10_000)
                .figure("STEADY_PCT", 202609, "month", 8790, 10_000)
                .publish();

        assertThat(committee.card("STEADY_PCT", 202608, "month", "long_arrow, long_arrow_text, long_state, rag"))
                .isEqualTo("▶ | no change | stable | AMBER");
        assertThat(committee.card("STEADY_PCT", 202609, "month", "short_arrow, long_arrow, long_arrow_text, rag"))
                .isEqualTo("▶ | ▼ | down, worse | RED");
        assertThat(committee.read("select concat_ws(' ', comparator, difference, direction) from mart.kpi_comparison"
                        + " where kpi_code = 'STEADY_PCT' and period_key >= 202608 and difference is not null"
                        + " order by period_key, comparator"))
                .containsExactly(
                        "same_period_last_year -0.5 same",
                        "previous_period -0.1 same",
                        "same_period_last_year -0.6 worse");
    }

    @Test
    void where_neither_way_is_better_a_figure_increases_or_decreases() throws SQLException {
        committee
                .figure("UASC_PCT", 202608, "snapshot", 10, 100)
                .figure("UASC_PCT", 202609, "snapshot", 8, 100)
                .publish();

        assertThat(committee.card("UASC_PCT", 202609, "snapshot", "short_state, rag, rag_reason"))
                .isEqualTo("decrease | BLUE | no target set");
    }

    @Test
    void limits_come_from_twelve_points_before_and_a_point_outside_is_a_special_cause() throws SQLException {
        committee.targets().rule(ASM, "rule_type=TARGET_HIGH", "target=95");
        int[] months = {80, 82, 80, 82, 80, 82, 80, 82, 80, 82, 80, 82, 60};
        for (int i = 0; i < months.length; i++) {
            committee.figure(ASM, i < 9 ? 202504 + i : 202601 + i - 9, "month", months[i], 100);
        }
        committee.publish();

        // Mean 81, eleven steps of 2 each: 81 plus and minus 2.66 x 2.
        assertThat(committee.read("""
                        select concat_ws(' ', period_key, points, mean, limit_low, limit_high, signal, assurance)
                        from mart.process_limits
                        """)).containsExactly("202604 12 81.000000 75.680000 86.320000 below_limits missed");
        assertThat(committee.card(ASM, 202604, "month", "signal_text"))
                .isEqualTo("special cause: below its process limits (75.7 to 86.3), concern");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "run_above_mean; 80 84 80 84 80 84 80 84 80 84 80 84 80 84 83 83 84 83 83 84 83 83",
                "rising;         80 90 80 90 80 90 80 90 80 90 80 90 81 82 83 84 85 86",
                "falling;        80 90 80 90 80 90 80 90 80 90 80 90 89 88 87 86 85 84",
                "none;           80 90 80 90 80 90 80 90 80 90 80 90 81 82 83 84 85"
            })
    void eight_on_one_side_or_six_on_the_way_up_or_down_are_special_causes(String signal, String figures)
            throws SQLException {
        String[] points = figures.split(" ");
        int period = 0;
        for (int i = 0; i < points.length; i++) {
            period = 202401 + i / 12 * 100 + i % 12;
            committee.figure(ASM, period, "month", Integer.parseInt(points[i]), 100);
        }
        committee.publish();

        assertThat(committee.read("select signal from mart.process_limits where period_key = " + period))
                .containsExactly(signal);
    }

    @ParameterizedTest(name = "target {0}: {1}")
    @CsvSource({"70, met", "81, hit_and_miss", "90, missed"})
    void a_target_outside_the_limits_will_be_met_or_missed_one_between_them_at_times(int target, String assurance)
            throws SQLException {
        committee.targets().rule(ASM, "rule_type=TARGET_HIGH", "target=" + target);
        for (int i = 0; i < 13; i++) {
            committee.figure(ASM, i < 9 ? 202504 + i : 202601 + i - 9, "month", 80 + 2 * (i % 2), 100);
        }
        committee.publish();

        assertThat(committee.read("select assurance from mart.process_limits")).containsExactly(assurance);
    }
}
