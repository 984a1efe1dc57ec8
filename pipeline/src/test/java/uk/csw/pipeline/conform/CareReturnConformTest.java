package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.support.TestDatabase;

/** Health, reviews, absences, social workers, adoption and leaving care, from the tables beside the episodes. */
class CareReturnConformTest {
    private static final String EPISODES =
            "child_key, start_date, new_episode_reason, legal_status, placement_type, end_date, end_reason";
    private static final List<String> FACTS = List.of(
            "fact_care_health",
            "fact_care_review",
            "fact_missing",
            "fact_care_span",
            "fact_social_worker",
            "fact_adoption",
            "fact_care_leaver",
            "fact_child_month",
            "coverage");

    private Connection connection;
    private CensusDeliveries returns;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        returns = new CensusDeliveries(connection);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void the_answers_of_the_health_table_stand_for_the_months_of_their_year() throws SQLException {
        long year = returns.delivery("2025-03");
        returns.file(year, "care_episode", EPISODES, "1|2023-06-01|S|C2|U6||", "2|2024-06-01|S|C2|U6||");
        returns.file(
                year,
                "care_health",
                "child_key, health_assessment, dental_check, sdq_score",
                "1|true|false|17",
                "2|true||");
        long next = returns.delivery("2025-04");
        returns.file(next, "care_episode", EPISODES, "1|2023-06-01|S|C2|U6||", "2|2024-06-01|S|C2|U6||");
        returns.file(next, "care_health", "child_key, health_assessment", "1|false");

        assertThat(returns.facts("""
                        select period_key, child_key, is_looked_after_12m, is_health_assessed, is_dental_checked, sdq_score
                        from core.fact_child_month where period_key in (202405, 202503, 202504) order by 1, 2
                        """))
                .containsExactly(
                        "202405 1 f t f 17",
                        "202503 1 t t f 17",
                        "202503 2 f t f -",
                        "202504 1 t f f -",
                        "202504 2 f f f -");
    }

    @Test
    void twelve_months_in_care_are_complete_on_the_day_a_year_later() throws SQLException {
        long delivery = returns.delivery("2025-03");
        returns.file(
                delivery,
                "care_episode",
                EPISODES,
                "1|2024-03-31|S|C2|U6||",
                "2|2024-04-01|S|C2|U6||",
                "3|2023-01-01|S|V4|U6||");

        assertThat(returns.facts("""
                        select child_key, is_looked_after_12m from core.fact_child_month
                        where period_key = 202503 order by 1
                        """)).containsExactly("1 t", "2 f", "3 f");
    }

    @Test
    void reviews_are_due_after_20_working_days_then_three_months_then_six() throws SQLException {
        long delivery = returns.delivery("2025-12");
        List<String> episodes = new ArrayList<>();
        for (int child = 1; child <= 6; child++) {
            episodes.add(child + "|2025-04-01|S|C2|U6||");
        }
        // 31 December is the 19th weekday after 4 December and the 20th after 3 December
        episodes.add("7|2025-12-04|S|C2|U6||");
        episodes.add("8|2025-12-03|S|C2|U6||");
        returns.file(delivery, "care_episode", EPISODES, episodes.toArray(String[]::new));
        returns.file(
                delivery,
                "care_review",
                "child_key, review_date",
                // 20 weekdays from 1 April: 29 April
                "1|2025-04-29",
                "1|2025-07-29",
                "1|2025-12-31",
                "2|2025-04-30",
                "2|2025-07-29",
                "2|2025-12-31",
                "3|2025-04-29",
                "3|2025-07-30",
                "3|2025-12-31",
                "4|2025-04-29",
                "4|2025-07-01",
                "5|2025-04-29",
                "5|2025-06-30");

        assertThat(returns.facts("""
                        select child_key, is_care_review_due, is_care_review_on_time from core.fact_child_month
                        where period_key = 202512 order by 1
                        """))
                .containsExactly("1 t t", "2 t f", "3 t f", "4 t t", "5 t f", "6 t f", "7 f f", "8 t f");
        assertThat(returns.facts("""
                        select child_key, is_care_review_on_time from core.fact_child_month
                        where period_key = 202511 and child_key in (4, 5) order by 1
                        """)).containsExactly("4 t", "5 t");
    }

    @Test
    void a_late_review_is_forgotten_after_twelve_months() throws SQLException {
        long before = returns.delivery("2025-03");
        returns.file(before, "care_episode", EPISODES, "1|2024-04-01|S|C2|U6||");
        returns.file(before, "care_review", "child_key, review_date", "1|2024-05-20", "1|2024-08-01", "1|2025-01-31");
        long after = returns.delivery("2025-07");
        returns.file(after, "care_episode", EPISODES, "1|2024-04-01|S|C2|U6||");
        returns.file(after, "care_review", "child_key, review_date", "1|2025-07-20");

        assertThat(returns.facts("""
                        select period_key, is_care_review_on_time from core.fact_child_month
                        where period_key in (202503, 202504, 202505, 202507) order by 1
                        """)).containsExactly("202503 f", "202504 f", "202505 t", "202507 t");
    }

    @Test
    void an_absence_counts_while_the_child_is_looked_after_and_knows_the_one_before_it() throws SQLException {
        long delivery = returns.delivery("2025-09");
        returns.file(
                delivery,
                "care_episode",
                EPISODES,
                "1|2025-04-10|S|C2|U6|2025-05-20|E4A",
                "1|2025-08-01|S|C2|U6||",
                "2|2025-04-10|S|V4|U6||");
        returns.file(
                delivery,
                "missing_episode",
                "child_key, missing_kind, start_date, end_date",
                "1|M|2025-04-01|2025-04-12",
                "1|M|2025-05-18|2025-08-03",
                "1|A|2025-09-01|",
                "1|M|2025-09-05|2025-09-01",
                "2|M|2025-05-01|2025-05-02");

        assertThat(returns.facts("""
                        select child_key, is_looked_after, is_missing, is_away, start_date, end_date, previous_end_date
                        from core.fact_care_span order by 1, 2, 3, 4, 5
                        """))
                .containsExactly(
                        "1 f f t 2025-09-01 - -",
                        "1 f t f 2025-04-10 2025-04-12 -",
                        "1 f t f 2025-05-18 2025-05-20 2025-04-12",
                        "1 f t f 2025-08-01 2025-08-03 2025-05-20",
                        "1 t f f 2025-04-10 2025-05-20 -",
                        "1 t f f 2025-08-01 - 2025-05-20");
        assertThat(returns.facts("select start_date, is_impossible, days from core.fact_missing where child_key = 1"))
                .containsExactly("2025-04-01 f 11", "2025-05-18 f 77", "2025-09-01 f -", "2025-09-05 t -");
    }

    @Test
    void an_absence_that_next_years_file_no_longer_mentions_is_presumed_over() throws SQLException {
        long before = returns.delivery("2025-03");
        returns.file(before, "care_episode", EPISODES, "1|2024-06-01|S|C2|U6||");
        returns.file(before, "missing_episode", "child_key, missing_kind, start_date", "1|M|2025-03-20");
        returns.file(before, "social_worker_spell", "child_key, worker_id, start_date", "1|SW1|2024-06-01");
        long after = returns.delivery("2025-04");
        returns.file(after, "care_episode", EPISODES, "1|2024-06-01|S|C2|U6||");
        returns.file(after, "missing_episode", "child_key, missing_kind, start_date", "2|M|2025-04-20");
        returns.file(after, "social_worker_spell", "child_key, worker_id, start_date", "1|SW2|2025-04-10");

        assertThat(returns.facts("""
                        select start_date, end_date, is_presumed_ended, days from core.fact_missing where child_key = 1
                        """)).containsExactly("2025-03-20 2025-03-31 t -");
        assertThat(returns.facts("select end_date, is_presumed_ended from core.fact_social_worker order by start_date"))
                .containsExactly("2025-03-31 t", "- f");
    }

    @Test
    void different_social_workers_of_twelve_months_are_counted_each_once() throws SQLException {
        long delivery = returns.delivery("2026-03");
        returns.file(delivery, "care_episode", EPISODES, "1|2023-06-01|S|C2|U6||", "2|2025-06-01|S|C2|U6||");
        returns.file(
                delivery,
                "social_worker_spell",
                "child_key, worker_id, start_date, end_date",
                "1|SW9|2023-06-01|2025-03-30",
                "1|SW1|2025-03-30|2025-04-01",
                "1|SW2|2025-04-01|2025-06-01",
                "1|SW1|2025-06-01|2025-08-01",
                "1|SW3|2025-08-01|",
                "1||2025-08-01|");

        assertThat(returns.facts("""
                        select child_key, social_workers_12m from core.fact_child_month
                        where period_key = 202603 order by 1
                        """)).containsExactly("1 3", "2 0");
        assertThat(returns.facts("select worker_no from core.fact_social_worker order by spell_no"))
                .containsExactly("1", "2", "3", "2", "4", "-");
    }

    @Test
    void adoption_counts_from_the_stay_that_led_to_it() throws SQLException {
        long delivery = returns.delivery("2025-12");
        returns.file(
                delivery,
                "care_episode",
                EPISODES,
                "1|2024-01-10|S|C1|U6|2024-06-01|X1",
                "1|2024-06-01|L|E1|U6|2024-09-01|X1",
                "1|2024-09-01|P|E1|A6|2024-12-01|X1",
                "1|2024-12-01|P|E1|U6|2025-03-10|X1",
                "1|2025-03-10|P|E1|A6|2025-11-20|E11",
                "2|2024-01-10|S|V2|U5|2025-01-10|X1",
                "2|2025-01-10|P|V2|A3|2025-11-20|E12",
                "3|2024-01-10|S|C2|U6|2025-11-20|E45");
        returns.file(
                delivery,
                "adoption",
                "child_key, decision_date, match_date, adopter_count",
                "1|2024-03-10|2024-05-01|2",
                "2||2025-01-02|1");
        returns.file(
                delivery,
                "adoption_placement",
                "child_key, placed_date, ceased_date",
                "2|2024-01-10|",
                "2|2024-02-01|2024-03-01");

        assertThat(returns.facts("""
                        select child_key, adoption_date, decision_date, placement_order_date, match_date, placed_date,
                            is_placed_12m, days_to_placement, days_to_match
                        from core.fact_adoption order by 1
                        """))
                .containsExactly(
                        "1 2025-11-20 2024-03-10 2024-06-01 2024-05-01 2025-03-10 t 425 0",
                        "2 2025-11-20 2024-01-10 - 2025-01-02 2025-01-10 t 366 -");
    }

    @Test
    void who_left_a_foster_placement_on_turning_18_is_known_to_the_care_leaver_table() throws SQLException {
        long delivery = returns.delivery("2025-12");
        returns.file(
                delivery,
                "care_episode",
                EPISODES,
                "1|2024-01-10|S|C2|U6|2025-05-15|E5",
                "2|2024-01-10|S|C2|U4|2025-05-14|E8",
                "3|2024-01-10|S|C2|U4|2025-05-13|E8",
                "4|2024-01-10|S|C2|K2|2025-05-15|E5");
        returns.file(
                delivery,
                "care_leaver",
                "child_key, birth_date, in_touch, accommodation",
                "1|2007-05-15|YES|Z1",
                "2|2007-05-15|YES|Z1",
                "3|2007-05-15|YES|Z1",
                "4|2007-05-15|YES|U1");

        assertThat(returns.facts("""
                        select child_key, age_at_birthday, is_foster_leaver_at_18 from core.fact_care_leaver order by 1
                        """)).containsExactly("1 18 t", "2 18 t", "3 18 f", "4 18 f");
    }

    @Test
    void placements_are_located_for_the_months_whose_files_have_the_columns() throws SQLException {
        for (String month : List.of("2024-05", "2025-04", "2025-05", "2025-06")) {
            long delivery = returns.delivery(month);
            boolean isLocated = month.startsWith("2025") && !month.equals("2025-06");
            returns.file(
                    delivery,
                    "care_episode",
                    EPISODES + ", distance_miles",
                    "1|2023-06-01|S|C2|U6|||" + (isLocated ? "20.5" : ""));
            if (month.equals("2025-05")) {
                assertThat(returns.facts("""
                                select period_key, distance_miles from core.fact_child_month
                                where period_key in (202404, 202505) order by 1
                                """)).containsExactly("202404 20.5", "202505 20.5");
                assertThat(returns.facts(
                                "select period_key from core.coverage where entity = 'placement_distance' order by 1"))
                        .containsExactly("202504", "202505");
            }
        }
        assertThat(returns.facts("select count(*) from core.coverage where entity like 'placement%'"))
                .containsExactly("0");
    }

    @Test
    void an_assessment_of_the_old_kinds_is_counted_from_its_referral_and_is_no_open_single_one() throws SQLException {
        long delivery = returns.delivery("2026-01");
        returns.file(delivery, "referral", "child_key, referral_date", "1|2025-12-01", "2|2025-12-01");
        returns.file(
                delivery,
                "assessment",
                "child_key, start_date, end_date, assessment_type, referral_date",
                "1|2025-12-03|2025-12-15|initial|",
                "2|2025-12-03|2025-12-15|core|2025-12-02",
                "2|2026-01-06||core|",
                "2|2026-01-07|||");

        assertThat(returns.facts("""
                        select child_key, assessment_type, working_days, working_days_from_referral
                        from core.fact_assessment order by 1, start_date
                        """)).containsExactly("1 initial 8 10", "2 core 8 9", "2 core - -", "2 - - -");
        assertThat(returns.facts("select start_date from core.fact_assessment_month"))
                .containsExactly("2026-01-07");
    }

    @Test
    void facts_do_not_depend_on_the_order_of_arrival() throws SQLException {
        Random random = new Random(903);
        for (int round = 0; round < 2; round++) {
            List<RandomReturn> history = RandomReturn.history(random, 8);
            List<String> together = factsAfter(history, false);
            List<RandomReturn> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            assertThat(factsAfter(history, true))
                    .as("month by month, round %d", round)
                    .isEqualTo(together);
            assertThat(factsAfter(shuffled, true))
                    .as("in any order, round %d", round)
                    .isEqualTo(together);
            assertThat(together).anyMatch(line -> line.startsWith("fact_adoption"));
        }
    }

    private List<String> factsAfter(List<RandomReturn> history, boolean oneByOne) throws SQLException {
        for (RandomReturn one : history) {
            long delivery = returns.delivery(one.month());
            for (RandomReturn.Table table : one.tables()) {
                returns.file(
                        delivery, table.entity(), table.columns(), table.rows().toArray(String[]::new));
            }
            if (oneByOne) {
                returns.conform();
            }
        }
        List<String> facts = new ArrayList<>();
        for (String table : FACTS) {
            // Deliveries and files are numbered as they arrive.
            facts.addAll(returns.facts("""
                    select '%1$s', (to_jsonb(fact) - 'delivery_id' - 'file_id')::text as line
                    from core.%1$s as fact order by 2
                    """.formatted(table)));
        }
        connection.rollback();
        returns = new CensusDeliveries(connection);
        return facts;
    }
}
