package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of what was delivered. */
class DeliveryViewsTest {
    private Warehouse warehouse;

    @BeforeEach
    void install() throws SQLException {
        warehouse = Warehouse.withReferenceData();
    }

    @Test
    void a_month_is_expected_by_the_tenth_working_day_after_its_end() throws SQLException {
        delivery(301, 202607, "landed", "2026-08-14 23:30+01");
        file(1, "episodes.csv", "episodes", "landed", 10, 9, 1);
        delivery(301, 202608, "landed", "2026-09-15 08:00+01");
        file(2, "episodes.csv", "episodes", "landed", 10, 10, 0);

        assertThat(warehouse.rows("""
                        select period_key, state, rows_read, rows_staged, rows_quarantined, expected_by, is_late
                        from mart.delivery_status
                        where state = 'landed'
                        order by period_key
                        """))
                .containsExactly("202607|landed|10|9|1|2026-08-14|f", "202608|landed|10|10|0|2026-09-14|t");
    }

    @Test
    void a_newer_delivery_supersedes_layout_by_layout() throws SQLException {
        delivery(301, 202608, "landed", "2026-09-01");
        file(1, "episodes.csv", "episodes", "landed", 10, 10, 0);
        file(1, "header.csv", "header", "landed", 5, 5, 0);
        delivery(301, 202608, "landed", "2026-09-02");
        file(2, "episodes.csv", "episodes", "landed", 11, 11, 0);
        delivery(301, 202608, "refused", "2026-09-03");

        assertThat(warehouse.rows("""
                        select delivery_id, file_name, state
                        from mart.delivery_status
                        where state <> 'missing'
                        order by delivery_id, file_name
                        """))
                .containsExactly(
                        "1|episodes.csv|superseded", "1|header.csv|landed", "2|episodes.csv|landed", "3|none|refused");
    }

    @Test
    void a_file_held_back_supersedes_nothing() throws SQLException {
        delivery(301, 202608, "landed", "2026-09-01");
        file(1, "episodes.csv", "episodes", "landed", 100, 100, 0);
        delivery(301, 202608, "landed", "2026-09-02");
        file(2, "episodes.csv", "episodes", "landed", 3, 3, 0);
        warehouse.run("update ops.delivery_file set is_held = true where file_id = 2");

        assertThat(warehouse.rows(
                        "select state from mart.delivery_status where state <> 'missing' order by delivery_id"))
                .containsExactly("landed", "held");
    }

    @Test
    void a_month_that_others_delivered_is_missing() throws SQLException {
        delivery(301, 202606, "landed", "2026-07-01");
        delivery(302, 202608, "landed", "2026-09-01");

        assertThat(warehouse.rows("""
                        select authority_code, period_key, state_text
                        from mart.delivery_status
                        where state = 'missing' and period_key <= 202608
                        order by period_key
                        """))
                .containsExactly(
                        "301|202607|nothing delivered for this month", "301|202608|nothing delivered for this month");
    }

    @Test
    void a_month_that_nobody_delivered_is_missing_once_it_is_overdue() throws SQLException {
        YearMonth thisMonth = YearMonth.now(ZoneId.of("Europe/London"));
        delivery(301, periodKey(thisMonth.minusMonths(4)), "landed", "2020-01-01");

        assertThat(warehouse.rows("select period_key, is_late from mart.delivery_status where state = 'missing'"))
                .contains(periodKey(thisMonth.minusMonths(3)) + "|t", periodKey(thisMonth.minusMonths(2)) + "|t")
                .doesNotContain(periodKey(thisMonth) + "|t", periodKey(thisMonth) + "|f");
    }

    @Test
    void nothing_is_overdue_where_nobody_has_delivered_for_a_year() throws SQLException {
        delivery(301, 202402, "landed", "2024-03-04");

        assertThat(warehouse.rows(
                        "select min(period_key), max(period_key) from mart.delivery_status where state = 'missing'"))
                .containsExactly("202403|202502");
    }

    @Test
    void findings_are_counted_by_rule_over_the_newest_files() throws SQLException {
        delivery(301, 202608, "landed", "2026-09-01");
        file(1, "episodes.csv", "episodes", "landed", 10, 10, 0);
        finding(1, "1", "7", "OLD");
        delivery(301, 202608, "landed", "2026-09-02");
        file(2, "episodes.csv", "episodes", "landed", 20, 19, 1);
        finding(2, "2", "5", "R1");
        finding(2, "2", "5", "R1");
        finding(2, "2", "6", "R1");
        finding(2, "null", "null", "R2");
        warehouse.run("insert into ops.rule values ('R1', 'warning', 'Title', 'Advice')");

        assertThat(warehouse.rows("""
                        select source, layout, rule_code, severity, rule_title, rows_checked, rows_failing, findings
                        from mart.data_quality
                        order by rule_code
                        """))
                .containsExactly("ssda903|episodes|R1|warning|Title|20|2|3", "all|all|R2|error|R2|20|0|1");
    }

    private static int periodKey(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    private void delivery(int authority, int period, String state, String receivedAt) throws SQLException {
        warehouse.run("""
                insert into ops.delivery (
                    authority_code, authority_key, period_key, sha256, state, file_count, bytes, received_at, registered_at
                )
                values ('%1$d', %1$d, %2$d, '', '%3$s', 1, 1, '%4$s', '%4$s')
                """.formatted(authority, period, state, receivedAt));
    }

    private void file(int delivery, String name, String layout, String state, int read, int staged, int quarantined)
            throws SQLException {
        warehouse.run("""
                insert into ops.delivery_file (
                    delivery_id, file_name, bytes, sha256, source, layout, state, rows_read, rows_staged, rows_quarantined
                )
                values (%d, '%s', 1, '', 'ssda903', '%s', '%s', %d, %d, %d)
                """.formatted(delivery, name, layout, state, read, staged, quarantined));
    }

    private void finding(int delivery, String file, String line, String rule) throws SQLException {
        warehouse.run("insert into quarantine.finding (delivery_id, file_id, line, rule_code) values (%d, %s, %s, '%s')"
                .formatted(delivery, file, line, rule));
    }
}
