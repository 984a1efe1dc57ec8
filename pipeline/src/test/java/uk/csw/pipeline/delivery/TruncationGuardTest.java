package uk.csw.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Warehouse;

class TruncationGuardTest {
    @TempDir
    Path folder;

    private record Delivered(int period, String layout, int rows) {}

    @Test
    void a_table_that_lost_more_than_half_of_its_rows_is_held() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, episodes(202604, 100), episodes(202605, 49), episodes(202606, 120));

        guard(warehouse);

        assertThat(held(warehouse)).containsExactly("202605 episodes");
        assertThat(warehouse.rows("select rule_code, found, expected from quarantine.finding"))
                .containsExactly("FILE_TRUNCATED|49 rows|about 100 rows or more, as in the table of 2026-04");
    }

    @Test
    void half_of_the_rows_is_enough_and_small_tables_may_jump_about() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, episodes(202604, 100), episodes(202605, 50), reviews(202604, 22), reviews(202605, 3));

        guard(warehouse);

        assertThat(held(warehouse)).isEmpty();
    }

    @Test
    void a_new_financial_year_starts_small_without_being_held() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, episodes(202603, 1000), episodes(202604, 40), episodes(202605, 80));

        guard(warehouse);

        assertThat(held(warehouse)).isEmpty();
    }

    @Test
    void a_table_of_position_is_compared_across_the_years() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, reviews(202603, 1000), reviews(202604, 40));

        guard(warehouse);

        assertThat(held(warehouse)).containsExactly("202604 reviews");
    }

    @Test
    void what_is_held_is_not_what_the_next_is_compared_with() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, episodes(202604, 100), episodes(202605, 10), episodes(202606, 12), episodes(202607, 90));

        guard(warehouse);

        assertThat(held(warehouse)).containsExactly("202605 episodes", "202606 episodes");
    }

    @Test
    void what_a_person_accepts_is_released_and_trusted() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, episodes(202604, 100), episodes(202605, 10), episodes(202606, 12));
        guard(warehouse);
        warehouse.execute("""
                insert into ops.guard_decision
                select delivery_id, 'episodes', 'The service was handed over', 'A. Person', now()
                from ops.delivery
                where period_key = 202605""");

        guard(warehouse);

        assertThat(held(warehouse)).isEmpty();
        assertThat(warehouse.rows("select * from quarantine.finding")).isEmpty();
    }

    @Test
    void judging_again_says_the_same_once() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        deliver(warehouse, episodes(202604, 100), episodes(202605, 10));

        guard(warehouse);
        guard(warehouse);

        assertThat(warehouse.rows("select * from quarantine.finding")).hasSize(1);
    }

    @Test
    void the_answer_does_not_depend_on_the_order_of_arrival() {
        List<Delivered> months = new ArrayList<>(List.of(
                episodes(202602, 300),
                episodes(202603, 320),
                episodes(202604, 30),
                episodes(202605, 60),
                episodes(202606, 20),
                episodes(202607, 130),
                episodes(202608, 50),
                episodes(202609, 160)));
        Random order = new Random(903);
        for (int round = 0; round < 5; round++) {
            Warehouse warehouse = new Warehouse(new Inbox(folder));
            for (Delivered month : months) {
                deliver(warehouse, month);
                guard(warehouse);
            }
            assertThat(held(warehouse)).as(months.toString()).containsExactly("202606 episodes", "202608 episodes");
            Collections.shuffle(months, order);
        }
    }

    private static Delivered episodes(int period, int rows) {
        return new Delivered(period, "episodes", rows);
    }

    private static Delivered reviews(int period, int rows) {
        return new Delivered(period, "reviews", rows);
    }

    private static void deliver(Warehouse warehouse, Delivered... tables) {
        for (Delivered table : tables) {
            warehouse.execute("""
                    with delivery as (
                        insert into ops.delivery (
                            authority_code, authority_key, period_key, sha256, state, file_count, bytes, received_at,
                            registered_at)
                        values ('330', 330, %1$d, 'x', 'landed', 1, 1, now(), now())
                        returning delivery_id
                    )
                    insert into ops.delivery_file (
                        delivery_id, file_name, bytes, sha256, source, layout, entity, state, rows_read)
                    select delivery_id, '%2$s.csv', 1, 'x', 'ssda903', '%2$s', 'x', 'landed', %3$d
                    from delivery""".formatted(table.period(), table.layout(), table.rows()));
        }
    }

    private static void guard(Warehouse warehouse) {
        try {
            InTransaction.run(
                    warehouse.database(),
                    connection -> new TruncationGuard(50, 20, Set.of("episodes")).run(connection, List.of(330)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> held(Warehouse warehouse) {
        return warehouse.rows("""
                select period_key || ' ' || layout
                from ops.delivery_file
                inner join ops.delivery using (delivery_id)
                where is_held
                order by period_key""");
    }
}
