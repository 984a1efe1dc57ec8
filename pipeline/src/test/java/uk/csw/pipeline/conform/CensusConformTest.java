package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.support.TestDatabase;

class CensusConformTest {
    private Connection connection;
    private CensusDeliveries census;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        census = new CensusDeliveries(connection);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_rereferral_is_counted_from_referral_to_referral_and_the_same_day_counts_once() throws SQLException {
        long delivery = census.delivery("2026-03");
        census.file(
                delivery,
                "referral",
                "child_key, referral_date, is_nfa, closure_date, closure_reason",
                "1|2025-05-01|false||",
                "1|2024-05-01|true|2024-05-02|RC8",
                "2|2025-05-01|false||",
                "2|2024-04-30|false|2025-04-20|RC7",
                "3|2025-06-01|false||",
                "3|2025-06-01|false||",
                "4|2025-01-01|false|2025-02-01|RC7",
                "4|2025-06-01|false|2025-07-01|RC7",
                "4|2026-01-01|false||");
        assertThat(census.facts("""
                        select child_key, referral_date, is_rereferral_12m from core.fact_referral
                        order by child_key, referral_date
                        """))
                .containsExactly(
                        "1 2024-05-01 f",
                        "1 2025-05-01 t",
                        "2 2024-04-30 f",
                        "2 2025-05-01 f",
                        "3 2025-06-01 f",
                        "4 2025-01-01 f",
                        "4 2025-06-01 t",
                        "4 2026-01-01 t");
    }

    @Test
    void of_several_referrals_on_one_day_the_first_counts() throws SQLException {
        String columns = "child_key, referral_ref, referral_date, is_nfa";
        String[] august = {"1|R1|2025-06-01|true", "1|R2|2025-06-01|false"};
        census.file(census.delivery("2025-08"), "referral", columns, august);
        assertThat(census.facts("select child_key, is_nfa from core.fact_referral"))
                .containsExactly("1 t");

        census.file(
                census.delivery("2025-09"),
                "referral",
                columns,
                august[0],
                august[1],
                "2|R3|2025-09-02|false",
                "2|R4|2025-09-02|true");
        assertThat(census.facts("select child_key, is_nfa from core.fact_referral order by 1"))
                .containsExactly("1 t", "2 f");
    }

    @Test
    void an_assessment_belongs_to_the_referral_its_record_number_names_or_else_to_the_newest_before_it()
            throws SQLException {
        long delivery = census.delivery("2025-09");
        census.file(
                delivery,
                "referral",
                "child_key, referral_ref, referral_date, is_nfa, closure_date, closure_reason",
                "1|R1|2025-04-01|false|2025-05-30|RC8",
                "1|R2|2025-06-02|false||",
                "2|R3|2025-04-01|false|2025-05-30|RC8");
        census.file(
                delivery,
                "assessment",
                "child_key, referral_ref, start_date, end_date",
                "1|R1|2025-06-02|2025-06-03",
                "1||2025-06-04|",
                "2|R3|2025-04-01|2025-04-08");
        census.file(delivery, "enquiry", "child_key, start_date, conference_date", "2|2025-04-02|2025-04-20");
        assertThat(census.facts("""
                        select child_key, start_date, referral_no, working_days from core.fact_assessment order by 1, 2
                        """)).containsExactly("1 2025-06-02 1 1", "1 2025-06-04 2 -", "2 2025-04-01 1 5");
        assertThat(census.facts("""
                        select child_key, referral_no, has_assessment, has_enquiry, is_not_in_need
                        from core.fact_referral order by 1, 2
                        """)).containsExactly("1 1 t f t", "1 2 t f f", "2 1 t t f");
    }

    @Test
    void what_names_a_number_that_several_referrals_share_counts_once_with_the_newest_before_it() throws SQLException {
        long delivery = census.delivery("2025-09");
        census.file(
                delivery,
                "referral",
                "child_key, referral_ref, referral_date",
                "1|R1|2025-04-01",
                "1|R1|2025-06-02",
                "1|R2|2025-08-01");
        census.file(
                delivery, "assessment", "child_key, referral_ref, start_date", "1|R1|2025-04-02", "1|R2|2025-07-30");
        census.file(delivery, "enquiry", "child_key, referral_ref, start_date", "1|R1|2025-06-03");
        census.file(delivery, "plan", "child_key, referral_ref, plan_type, start_date", "1|R1|cp|2025-06-20");
        assertThat(census.facts("""
                        select 'assessment', start_date, referral_no from core.fact_assessment
                        union all
                        select 'enquiry', start_date, referral_no from core.fact_enquiry
                        union all
                        select 'plan', start_date, referral_no from core.fact_plan
                        order by 1, 2
                        """))
                .containsExactly(
                        "assessment 2025-04-02 1",
                        "assessment 2025-07-30 3",
                        "enquiry 2025-06-03 2",
                        "plan 2025-06-20 2");
    }

    @Test
    void a_review_that_names_a_number_of_several_plans_is_one_of_the_plan_open_on_its_day() throws SQLException {
        long delivery = census.delivery("2025-09");
        census.file(
                delivery,
                "plan",
                "child_key, plan_ref, plan_type, start_date, end_date",
                "1|P1|cp|2024-05-01|2024-09-02",
                "1|P1|cp|2025-04-01|",
                "1|P2|cp|2025-06-02|");
        census.file(delivery, "plan_review", "child_key, plan_ref, review_date", "1|P1|2025-05-01", "1|P2|2025-05-30");
        assertThat(census.facts("select plan_no, review_date from core.fact_plan_review order by 1"))
                .containsExactly("2 2025-05-01", "3 2025-05-30");
    }

    @Test
    void impossible_dates_give_no_durations_and_nobody_is_open_because_of_them() throws SQLException {
        long delivery = census.delivery("2025-09");
        census.file(
                delivery,
                "referral",
                "child_key, referral_date, is_nfa, closure_date, closure_reason",
                "1|2025-08-01|false|2025-07-01|RC7");
        census.file(delivery, "assessment", "child_key, start_date, end_date", "1|2025-08-01|2025-07-01");
        census.file(delivery, "plan", "child_key, plan_type, start_date, end_date", "1|cp|2025-08-01|2025-07-01");
        assertThat(census.facts("""
                        select referral.is_impossible, referral.days_open, assessment.working_days, plan.days
                        from core.fact_referral as referral
                        join core.fact_assessment as assessment using (child_key)
                        join core.fact_plan as plan using (child_key)
                        """)).containsExactly("t - - -");
        assertThat(census.facts("select period_key from core.fact_child_month")).isEmpty();
        assertThat(census.facts("select period_key from core.fact_assessment_month"))
                .isEmpty();
    }

    @Test
    void an_earlier_plan_counts_for_ever_and_for_two_years_after_its_end() throws SQLException {
        long delivery = census.delivery("2026-03");
        census.file(
                delivery,
                "plan",
                "child_key, plan_type, start_date, end_date, previous_plans",
                "1|cp|2025-06-01||1",
                "2|cp|2021-01-01|2023-05-31|0",
                "2|cp|2025-06-01||0",
                "3|cp|2021-01-01|2023-06-01|0",
                "3|cp|2025-06-01||0",
                "4|cin|2025-01-01|2025-05-31|",
                "4|cp|2025-06-01||0");
        assertThat(census.facts("""
                        select child_key, is_repeat_ever, is_repeat_24m from core.fact_plan
                        where start_date = date '2025-06-01' order by 1
                        """)).containsExactly("1 t f", "2 t f", "3 t t", "4 f f");
    }

    @Test
    void reviews_are_on_time_within_three_months_of_the_start_and_six_of_each_other() throws SQLException {
        long delivery = census.delivery("2026-03");
        census.file(
                delivery,
                "plan",
                "child_key, plan_type, start_date",
                "1|cp|2025-01-15",
                "2|cp|2025-01-15",
                "3|cp|2025-01-15",
                "4|cp|2026-01-15",
                "5|cp|2025-12-31");
        census.file(
                delivery,
                "plan_review",
                "child_key, plan_start_date, review_date",
                "1|2025-01-15|2025-04-15",
                "1|2025-01-15|2025-10-15",
                "2|2025-01-15|2025-04-16",
                "2|2025-01-15|2025-10-15",
                "3|2025-01-15|2025-04-15",
                "3|2025-01-15|2025-09-15");
        assertThat(census.facts("""
                        select child_key, is_review_due, is_review_on_time from core.fact_child_month
                        where period_key = 202603 order by 1
                        """)).containsExactly("1 t t", "2 t f", "3 t f", "4 f f", "5 t f");
    }

    @Test
    void a_case_the_next_years_census_no_longer_mentions_is_presumed_closed() throws SQLException {
        long before = census.delivery("2025-03");
        census.file(before, "referral", "child_key, referral_date, is_nfa", "1|2025-01-10|false");
        census.file(before, "assessment", "child_key, start_date", "1|2025-01-10");
        long after = census.delivery("2025-04");
        census.file(after, "referral", "child_key, referral_date, is_nfa", "2|2025-04-10|false");
        census.file(after, "assessment", "child_key, start_date", "2|2025-04-10");
        assertThat(census.facts("select period_key, child_key from core.fact_child_month where is_in_need order by 1"))
                .containsExactly("202501 1", "202502 1", "202504 2");
        assertThat(census.facts("""
                        select child_key, end_date, is_presumed_ended, working_days from core.fact_assessment order by 1
                        """)).containsExactly("1 2025-03-31 t -", "2 - f -");
    }

    @Test
    void a_child_is_one_child_across_census_and_looked_after_files() throws SQLException {
        long delivery = census.delivery("2025-09");
        census.file(
                delivery, "referral", "child_key, referral_date, is_nfa", "7|2025-08-01|false", "8|2025-08-01|false");
        census.file(
                delivery,
                "care_episode",
                "child_key, start_date, new_episode_reason, legal_status, placement_type",
                "7|2025-08-10|S|C2|U6");
        assertThat(census.facts("""
                        select child_key, is_in_need, is_looked_after from core.fact_child_month
                        where period_key = 202509 order by 1
                        """)).containsExactly("7 t t", "8 t f");
        assertThat(census.facts("select child_key, was_looked_after from core.fact_referral order by 1"))
                .containsExactly("7 t", "8 f");
    }

    @Test
    void an_unborn_child_is_of_age_minus_one_and_a_short_break_is_no_being_looked_after() throws SQLException {
        long delivery = census.delivery("2025-09");
        census.file(delivery, "person", "child_key, birth_date, expected_birth_date", "1||2025-12-01", "2|2025-07-31|");
        census.file(
                delivery,
                "referral",
                "child_key, referral_date, is_nfa, closure_date, closure_reason",
                "1|2025-08-01|false||",
                "2|2025-08-01|false|2025-09-01|RC8");
        census.file(delivery, "assessment", "child_key, start_date, end_date", "2|2025-08-02|2025-08-30");
        census.file(
                delivery,
                "care_episode",
                "child_key, start_date, new_episode_reason, legal_status, placement_type",
                "2|2025-08-10|S|V3|U6");

        assertThat(census.facts("""
                        select child_key, age_at_referral, was_looked_after, is_not_in_need
                        from core.fact_referral order by 1
                        """)).containsExactly("1 -1 f f", "2 0 f t");
    }
}
