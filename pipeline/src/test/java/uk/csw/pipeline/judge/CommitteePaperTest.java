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
import uk.csw.pipeline.support.TestDatabase;

/** Figures that councils reported, from their counts to what the committee reads. */
class CommitteePaperTest {
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

    @Test
    void plans_of_two_years_18_of_270_by_december_2013_are_6_7_percent_red_and_worse_than_last_years_4()
            throws SQLException {
        committee.targets().rule("CPP_2Y_CEASED_PCT", "rule_type=TARGET_LOW", "target=4");
        committee
                .figure("CPP_2Y_CEASED_PCT", 201212, "ytd", 10, 250)
                .figure("CPP_2Y_CEASED_PCT", 201312, "quarter", 10, 104)
                .figure("CPP_2Y_CEASED_PCT", 201312, "ytd", 18, 270)
                .publish();

        assertThat(committee.card("CPP_2Y_CEASED_PCT", 201312, "ytd", "value, rag, long_arrow_text, long_state"))
                .isEqualTo("6.7 | RED | up, worse | decline and not on target");
        assertThat(committee.card("CPP_2Y_CEASED_PCT", 201312, "quarter", "value, rag"))
                .isEqualTo("9.6 | RED");
        assertThat(committee.card("CPP_2Y_CEASED_PCT", 201312, "ytd", "rag_reason"))
                .isEqualTo("6.7% against a target of 4.0% or less: above it by 2.7 points");
    }

    @Test
    void adoptions_in_time_16_of_27_improve_on_9_of_19_are_still_red_and_not_distinguishable() throws SQLException {
        committee.percentage("NI61", "higher").targets().rule("NI61", "rule_type=TARGET_HIGH", "target=75");
        committee
                .figure("NI61", 201212, "ytd", 9, 19)
                .figure("NI61", 201312, "ytd", 16, 27)
                .publish();

        assertThat(committee.card("NI61", 201312, "ytd", "value, long_change_text, long_state, rag, long_certainty"))
                .isEqualTo("59.3 | +11.9 points | improvement | RED | not distinguishable from last year");
        assertThat(committee.card("NI61", 201312, "ytd", "value_in_words"))
                .isEqualTo("59.3% (n = 27, 95% interval 40.7 to 75.5)");
    }

    @Test
    void core_assessments_in_time_fell_by_17_8_points() throws SQLException {
        committee
                .percentage("NI60", "higher")
                .figure("NI60", 201212, "ytd", 833, 1000)
                .figure("NI60", 201312, "ytd", 655, 1000)
                .figure("NI60", 201312, "month", 54, 100)
                .publish();

        assertThat(committee.card("NI60", 201312, "ytd", "value, long_change_text, long_arrow_text, long_certainty"))
                .isEqualTo("65.5 | -17.8 points | down, worse | more than chance explains");
        assertThat(committee.card("NI60", 201312, "month", "value")).isEqualTo("54.0");
    }

    @Test
    void initial_assessments_in_time_will_end_the_year_below_the_month_because_of_those_outstanding()
            throws SQLException {
        committee
                .timeliness("NI59", "NI59_OPEN", "NI59_LATE")
                .figure("NI59", 201310, "month", 60, 100)
                .figure("NI59", 201311, "month", 61, 100)
                .figure("NI59", 201312, "month", 61, 101)
                .figure("NI59", 201312, "ytd", 772, 1211)
                .figure("NI59_OPEN", 201312, "snapshot", 380)
                .figure("NI59_LATE", 201312, "snapshot", 265)
                .publish();

        assertThat(committee.card("NI59", 201312, "month", "value, projection_text"))
                .isEqualTo("60.4 | not available");
        assertThat(committee.card("NI59", 201312, "ytd", "projection_low, projection_central, projection_high"))
                .isEqualTo("48.5 | 52.9 | 55.8");
        assertThat(committee.card("NI59", 201312, "ytd", "projection_text"))
                .isEqualTo(
                        "52.9% with the 380 still open counted, 265 of them late already: 48.5% if no other is in time,"
                                + " 55.8% if all others are");
    }

    @Test
    void secondary_school_lunches_of_37_2_are_up_by_1_6_and_say_what_they_cover() throws SQLException {
        committee
                .percentage("NI52B", "higher")
                .figure("NI52B", 201212, "ytd", 356, 1000)
                .figure("NI52B", 201312, "ytd", 372, 1000)
                .covering("NI52B", 201312, 80)
                .publish();

        assertThat(committee.card(
                        "NI52B",
                        201312,
                        "ytd",
                        "value, last_year_value, long_change_text, long_state, coverage_percent"))
                .isEqualTo("37.2 | 35.6 | +1.6 points | improvement | 80");
    }

    @Test
    void six_new_foster_carers_by_june_of_twenty_for_the_year_are_green_and_five_by_september_of_eight_red()
            throws SQLException {
        committee
                .count("NEW_CARERS", "higher")
                .targets()
                .rule("NEW_CARERS", "rule_type=PROFILED_TARGET", "target=20", "valid_to=2018-03-31")
                .rule(
                        "NEW_CARERS",
                        "rule_type=PROFILED_TARGET",
                        "target=20",
                        "profile=0.2|0.2|0.3|0.3",
                        "valid_from=2018-04-01");
        committee
                .figure("NEW_CARERS", 201706, "ytd", 6)
                .figure("NEW_CARERS", 201809, "ytd", 5)
                .publish();

        assertThat(committee.card("NEW_CARERS", 201706, "ytd", "target, rag, projection_central, rag_reason"))
                .isEqualTo("5 | GREEN | 24 | 6 against a target of 5 or more by now (20 for the year): on target");
        assertThat(committee.card("NEW_CARERS", 201809, "ytd", "target, rag")).isEqualTo("8 | RED");
    }

    @Test
    void twelfths_of_a_target_add_up_to_whole_quarters() throws SQLException {
        committee.count("NEW_CARERS", "higher").targets().rule("NEW_CARERS", "rule_type=PROFILED_TARGET", "target=10");
        committee
                .figure("NEW_CARERS", 201706, "ytd", 2)
                .figure("NEW_CARERS", 201803, "ytd", 10)
                .publish();

        assertThat(committee.card("NEW_CARERS", 201706, "ytd", "target, rag")).isEqualTo("3 | RED");
        assertThat(committee.card("NEW_CARERS", 201803, "ytd", "rag_reason"))
                .isEqualTo("10 against a target of 10 or more: on target");
    }

    @Test
    void care_proceedings_in_26_weeks_1_of_3_are_red_against_80_with_n_beside_it() throws SQLException {
        committee
                .percentage("COURT", "higher")
                .targets()
                .rule("COURT", "rule_type=TARGET_HIGH", "target=80", "min_denominator=1");
        committee.figure("COURT", 201706, "ytd", 1, 3).publish();

        assertThat(committee.card("COURT", 201706, "ytd", "rag, value_in_words"))
                .isEqualTo("RED | 33.3% (too few to judge, n = 3, 95% interval 6.1 to 79.2)");
    }

    @Test
    void repeat_plans_above_target_are_red_and_both_arrows_say_worse() throws SQLException {
        committee.targets().rule("CPP_REPEAT_24M_PCT", "rule_type=TARGET_LOW", "target=5");
        committee
                .figure("CPP_REPEAT_24M_PCT", 201606, "quarter", 4, 60)
                .figure("CPP_REPEAT_24M_PCT", 201703, "quarter", 5, 60)
                .figure("CPP_REPEAT_24M_PCT", 201706, "quarter", 9, 60)
                .publish();

        assertThat(committee.card("CPP_REPEAT_24M_PCT", 201706, "quarter", "rag, short_arrow_text, long_arrow_text"))
                .isEqualTo("RED | up, worse | up, worse");
    }

    @Test
    void care_leavers_below_target_and_falling_are_red_and_both_arrows_say_worse() throws SQLException {
        committee.targets().rule("CL_EET_19_21_PCT", "rule_type=TARGET_HIGH", "target=60");
        committee
                .figure("CL_EET_19_21_PCT", 201606, "r12", 60, 100)
                .figure("CL_EET_19_21_PCT", 201705, "r12", 55, 100)
                .figure("CL_EET_19_21_PCT", 201706, "r12", 50, 100)
                .publish();

        assertThat(committee.card("CL_EET_19_21_PCT", 201706, "r12", "rag, short_arrow_text, long_arrow_text"))
                .isEqualTo("RED | down, worse | down, worse");
    }

    @Test
    void care_leavers_63_percent_of_eight_come_with_n_and_interval_and_no_colour() throws SQLException {
        committee.targets().rule("CL_EET_19_21_PCT", "rule_type=TARGET_HIGH", "target=64");
        committee.figure("CL_EET_19_21_PCT", 201903, "annual", 5, 8).publish();

        assertThat(committee.card("CL_EET_19_21_PCT", 201903, "annual", "value, n, interval_low, interval_high, rag"))
                .isEqualTo("63 | 8 | 31 | 86 | GREY");
        assertThat(committee.card("CL_EET_19_21_PCT", 201903, "annual", "rag_reason"))
                .startsWith("too few to judge (n = 8");
    }

    @Test
    void figures_outside_an_expected_range_are_exceptions_above_or_below_within_its_tolerance_or_not()
            throws SQLException {
        committee
                .targets()
                .rule("CLA_RATE", "rule_type=RANGE", "range_low=45", "range_high=55")
                .rule("CLA_RESID_PCT", "rule_type=RANGE", "range_low=8", "range_high=14")
                .rule("UASC_PCT", "rule_type=RANGE", "range_low=5", "range_high=8", "tol_above=5");
        committee
                .figure("CLA_RATE", 202103, "snapshot", 400, 100_000)
                .figure("CLA_RESID_PCT", 202103, "snapshot", 72, 400)
                .figure("UASC_PCT", 202103, "snapshot", 40, 400)
                .publish();

        assertThat(committee.read("""
                        select concat_ws(' | ', kpi_code, exception_kind, reason)
                        from mart.exceptions
                        order by kpi_code
                        """))
                .containsExactly(
                        "CLA_RATE | below_expected_range"
                                + " | 40 per 10,000 against an expected range of 45 to 55 per 10,000: below the range by"
                                + " 5 per 10,000",
                        "CLA_RESID_PCT | above_expected_range"
                                + " | 18% against an expected range of 8 to 14%: above the range by 4 points",
                        "UASC_PCT | above_expected_range"
                                + " | 10% against an expected range of 5 to 8%: above the range by 2 points, within the"
                                + " tolerance of 5 points");
    }

    @Test
    void of_sixteen_kpis_twelve_are_reported_three_green_are_25_percent_and_nine_red_75() throws SQLException {
        assertThat(summary(16, 12, 12, 3)).isEqualTo("16 | 12 | 12 | 9 | 75 | 0 | 0 | 3 | 25");
    }

    @Test
    void of_seven_kpis_reported_five_are_rated_and_two_of_them_green_are_40_percent() throws SQLException {
        assertThat(summary(7, 7, 5, 2)).isEqualTo("7 | 7 | 5 | 3 | 60 | 0 | 0 | 2 | 40");
    }

    private String summary(int inRemit, int reported, int rated, int green) throws SQLException {
        for (int kpi = 1; kpi <= inRemit; kpi++) {
            committee.percentage("REMIT_" + kpi, "higher");
            if (kpi <= rated) {
                committee.targets().rule("REMIT_" + kpi, "rule_type=TARGET_HIGH", "target=80");
            }
        }
        for (int kpi = 1; kpi <= inRemit; kpi++) {
            if (kpi <= reported) {
                committee.figure("REMIT_" + kpi, 201706, "ytd", kpi <= green ? 80 : 79, 100);
            } else {
                committee.nothing("REMIT_" + kpi, 201706, "ytd");
            }
        }
        return committee.publish().read("""
                        select concat_ws(' | ', kpis_in_remit, kpis_reported, kpis_rated, red, red_percent, amber,
                            amber_percent, green, green_percent)
                        from mart.rag_summary
                        """).get(0);
    }
}
