package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

class ConformTest {
    private Connection connection;
    private Deliveries authority;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        authority = new Deliveries(connection);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void authorities_that_deliver_for_the_first_time_are_conformed_apart_from_the_others() throws SQLException {
        authority.delivers("2024-04", "1 2024-04-01 S C2 U6");
        authority.conform();
        authority.delivers("2024-05", "1 2024-04-01 S C2 U6");
        long elsewhere = authority.delivers("2024-04", "1 2024-04-01 S C2 U6");
        Sql.of("update ops.delivery set authority_key = 373, authority_code = '373' where delivery_id = :delivery")
                .with("delivery", elsewhere)
                .execute(connection);

        assertThat(new Conform(Deliveries.RULES).groups(connection, List.of(Deliveries.ROTHERHAM, 373), 1))
                .containsExactly(Set.of(373), Set.of(Deliveries.ROTHERHAM));
    }

    @Test
    void the_newest_delivery_wins_for_one_natural_key() throws SQLException {
        authority.delivers("2024-04", "1 2024-04-10 S C2 U6");
        authority.delivers("2024-05", "1 2024-04-10 S C2 U6 2024-05-20 E4A");
        authority.conform();
        assertThat(authority.episodes()).containsExactly("1 2024-04-10 2024-05-20 E4A 1");
    }

    @Test
    void a_corrected_delivery_replaces_the_earlier_one_of_its_month() throws SQLException {
        authority.delivers("2024-04", "1 2024-04-10 S C2 U6", "2 2024-04-11 S C2 U6");
        authority.conform();
        authority.delivers("2024-04", "1 2024-04-12 S C2 U6");
        authority.conform();
        assertThat(authority.episodes()).containsExactly("1 2024-04-12 - - 1");
    }

    @Test
    void a_row_that_a_later_file_of_the_same_year_leaves_out_is_withdrawn() throws SQLException {
        authority.delivers("2024-04", "1 2024-04-10 S C2 U6", "2 2024-04-11 S C2 U6");
        authority.delivers("2024-05", "1 2024-04-10 S C2 U6");
        authority.conform();
        assertThat(authority.episodes()).containsExactly("1 2024-04-10 - - 1");
    }

    @Test
    void a_closed_row_outside_the_coverage_of_the_newest_file_is_kept() throws SQLException {
        authority.delivers("2024-03", "1 2023-06-01 S C2 U6 2023-09-01 E4A", "2 2024-01-01 S C2 U6");
        authority.delivers("2024-04", "2 2024-01-01 S C2 U6");
        authority.conform();
        assertThat(authority.episodes()).containsExactly("1 2023-06-01 2023-09-01 E4A 1", "2 2024-01-01 - - 1");
    }

    @Test
    void an_open_episode_that_next_years_file_no_longer_mentions_is_presumed_ended_at_the_year_end()
            throws SQLException {
        authority.delivers("2024-02", "1 2023-06-01 S C2 U6", "2 2024-01-01 S C2 U6");
        authority.delivers("2024-04", "2 2024-01-01 S C2 U6");
        authority.conform();
        assertThat(authority.episodes()).containsExactly("1 2023-06-01 2024-03-31 E99 1", "2 2024-01-01 - - 1");
        assertThat(authority.lines("select child_key, is_presumed_ended from core.fact_care_period order by 1"))
                .containsExactly("1 t", "2 f");
    }

    @Test
    void a_presumed_end_gives_way_to_the_next_episode_of_the_child() throws SQLException {
        authority.delivers("2024-03", "1 2023-06-01 S C2 U6", "2 2023-06-01 S C2 U6");
        authority.delivers("2024-04", "1 2024-02-01 P C2 K2", "2 2024-03-10 S C2 U6");
        authority.conform();
        assertThat(authority.episodes())
                .containsExactly(
                        "1 2023-06-01 2024-02-01 X1 1",
                        "1 2024-02-01 - - 1",
                        "2 2023-06-01 2024-03-09 E99 1",
                        "2 2024-03-10 - - 2");
    }

    @Test
    void care_goes_on_where_days_are_missing_after_a_change_of_episodes() throws SQLException {
        authority.delivers(
                "2024-03",
                "1 2023-06-01 S C2 U6 2023-09-01 X1",
                "1 2023-09-05 P C2 K2",
                "2 2023-06-01 S C2 U6 2023-09-01 E4A",
                "2 2023-09-05 P C2 K2",
                "3 2023-06-01 S C2 U6 2023-09-01 X1",
                "3 2023-09-05 S C2 K2");
        authority.conform();
        assertThat(authority.episodes())
                .containsExactly(
                        "1 2023-06-01 2023-09-01 X1 1",
                        "1 2023-09-05 - - 1",
                        "2 2023-06-01 2023-09-01 E4A 1",
                        "2 2023-09-05 - - 2",
                        "3 2023-06-01 2023-09-01 X1 1",
                        "3 2023-09-05 - - 2");
    }

    @Test
    void a_corrected_start_date_of_an_earlier_year_leaves_no_second_episode_behind() throws SQLException {
        authority.delivers("2024-03", "1 2024-02-10 S C2 U6", "2 2024-02-10 S C2 U6");
        authority.delivers("2024-04", "1 2024-02-12 S C2 U6", "2 2024-03-20 P C2 K2");
        authority.conform();
        assertThat(authority.episodes())
                .containsExactly("1 2024-02-12 - - 1", "2 2024-02-10 2024-03-20 X1 1", "2 2024-03-20 - - 1");
    }

    @Test
    void a_file_held_back_does_not_stand() throws SQLException {
        authority.delivers("2024-04", "1 2024-04-10 S C2 U6", "2 2024-04-11 S C2 U6");
        long truncated = authority.delivers("2024-05", "1 2024-04-10 S C2 U6");
        Sql.of("update ops.delivery_file set is_held = true where delivery_id = :delivery and layout = 'episodes'")
                .with("delivery", truncated)
                .execute(connection);
        authority.conform();
        assertThat(authority.episodes()).hasSize(2);
    }

    @Test
    void temporary_and_legal_status_changes_are_no_move_and_three_placements_are_counted() throws SQLException {
        authority.delivers(
                "2025-03",
                "1 2024-05-01 S C1 U6 2024-06-01 X1",
                "1 2024-06-01 P C1 T0 2024-06-10 X1",
                "1 2024-06-10 P C1 U6 2024-08-01 X1",
                "1 2024-08-01 P C1 K2 2024-10-01 X1",
                "1 2024-10-01 L C2 K2 2024-12-01 X1",
                "1 2024-12-01 P C2 U4");
        authority.conform();
        assertThat(authority.lines("""
                        select placement_no, placement_type, start_date, end_date, is_temporary
                        from core.fact_placement order by placement_no
                        """))
                .containsExactly(
                        "1 U6 2024-05-01 2024-08-01 f",
                        "2 T0 2024-06-01 2024-06-10 t",
                        "3 K2 2024-08-01 2024-12-01 f",
                        "4 U4 2024-12-01 - f");
        assertThat(authority.lines("""
                        select placement_type, placements_12m, looked_after_since, placement_since
                        from core.fact_child_month where period_key = 202503
                        """)).containsExactly("U4 3 2024-05-01 2024-12-01");
        assertThat(authority.lines("select legal_status, start_date, end_date from core.fact_legal_status"))
                .containsExactly("C1 2024-05-01 2024-10-01", "C2 2024-10-01 -");
    }

    @Test
    void carers_who_adopt_later_are_no_adopters_yet() throws SQLException {
        authority.delivers(
                "2024-03",
                "1 2021-06-01 S C2 K2 2022-06-01 X1",
                "1 2022-06-01 P C2 U6 2024-01-16 X1",
                "1 2024-01-16 U E1 A5 2024-02-20 X1",
                "1 2024-02-20 P E1 T3 2024-03-05 X1",
                "1 2024-03-05 P E1 A5");
        authority.conform();
        assertThat(authority.lines("""
                        select period_key, is_placement_24m
                        from core.fact_child_month where period_key >= 202312 order by 1
                        """)).containsExactly("202312 f", "202401 t", "202402 t", "202403 t");
    }

    @Test
    void something_that_ends_on_the_month_end_is_not_open_that_day() throws SQLException {
        authority.delivers(
                "2024-05",
                "1 2024-04-10 S C2 U6 2024-04-30 E4A",
                "2 2024-04-30 S V3 U6 2024-05-31 E4A",
                "3 2024-05-31 S C2 U6");
        authority.conform();
        assertThat(authority.lines("""
                        select period_key, child_key, is_looked_after from core.fact_child_month order by 1, 2
                        """)).containsExactly("202404 2 f", "202405 3 t");
    }

    @Test
    void facts_do_not_depend_on_the_order_of_arrival() throws SQLException {
        Random random = new Random(903);
        for (int round = 0; round < 4; round++) {
            List<RandomHistory.Delivery> history = RandomHistory.of(random, 9);
            List<String> together = factsAfter(history, false);
            List<RandomHistory.Delivery> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            assertThat(factsAfter(history, true))
                    .as("month by month, round %d", round)
                    .isEqualTo(together);
            assertThat(factsAfter(shuffled, true))
                    .as("in any order, round %d", round)
                    .isEqualTo(together);
        }
    }

    private List<String> factsAfter(List<RandomHistory.Delivery> history, boolean oneByOne) throws SQLException {
        for (RandomHistory.Delivery delivery : history) {
            authority.delivers(delivery.month(), delivery.lines().toArray(String[]::new));
            if (oneByOne) {
                authority.conform();
            }
        }
        authority.conform();
        List<String> facts = new ArrayList<>(authority.episodes());
        facts.addAll(authority.lines("""
                select child_key, episode_no, delivery.period_key, line
                from core.fact_care_episode
                join ops.delivery using (delivery_id)
                order by child_key, episode_no
                """));
        for (String table : List.of(
                "fact_care_period",
                "fact_placement",
                "fact_legal_status",
                "fact_child_month",
                "dim_child",
                "coverage")) {
            facts.addAll(authority.lines("select * from core." + table + " order by 1, 2, 3"));
        }
        connection.rollback();
        authority = new Deliveries(connection);
        return facts;
    }
}
