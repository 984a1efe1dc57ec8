package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures, comparisons, the scorecard and its public edition. */
class ScorecardTest {
    private Warehouse warehouse;

    @BeforeEach
    void publish_two_kpis() throws SQLException {
        warehouse = Warehouse.withReferenceData();
        warehouse.run("""
                insert into kpi.definition
                values
                    (
                        'ON_TIME_PCT', 'v1', 'On time', 'How much was on time.', 'OTP: on-time percentage', 'Group',
                        'Outcome', 'percent', 1, 'higher', 'those on time', 'all', 'neighbours', true
                    ),
                    (
                        'CHILD_RATE', 'v1', 'Rate', 'How many.', '', 'Group',
                        'Outcome', 'per_10000', 0, 'none', 'children', 'population', 'neighbours', true
                    )
                """, """
                insert into ops.release (night_id, state, created_at, published_at)
                values ('first', 'published', now(), now()), ('second', 'published', now(), now())
                """, "update ops.current_release set release_id = 1");
    }

    @Test
    void only_figures_of_the_current_release_are_shown() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "60, 100, 60", "1, 2");
        figure("ON_TIME_PCT", 301, 202608, "61, 100, 61", "2, null");

        assertThat(warehouse.rows("select value, release_id from mart.kpi_value"))
                .containsExactly("60|1");
        warehouse.run("update ops.current_release set release_id = 2");
        assertThat(warehouse.rows("select value, release_id, first_release_id from mart.kpi_value"))
                .containsExactly("61|2|2");
        warehouse.run("update ops.current_release set release_id = 0");
        assertThat(warehouse.rows("select value from mart.kpi_value")).isEmpty();
    }

    @Test
    void arrows_know_which_way_is_better_and_compare_what_is_shown() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "605, 1000, 60.5", "1, null");
        comparison("ON_TIME_PCT", 301, 202608, "previous_period", "202607", "58.26", 0, 0);
        comparison("ON_TIME_PCT", 301, 202608, "same_period_last_year", "202508", "60.54", 0, 0);
        figure("ON_TIME_PCT", 302, 202608, "500, 1000, 50", "1, null");
        comparison("ON_TIME_PCT", 302, 202608, "previous_period", "202607", "51", 0, 0);
        figure("CHILD_RATE", 301, 202608, "60, 10000, 60", "1, null");
        comparison("CHILD_RATE", 301, 202608, "previous_period", "202607", "50", 0, 0);

        assertThat(warehouse.rows("""
                        select
                            kpi_code, authority_code, value_text, short_arrow, short_arrow_text, previous_value,
                            long_arrow, long_arrow_text
                        from mart.scorecard
                        order by kpi_code, authority_code
                        """))
                .containsExactly(
                        "CHILD_RATE|301|60|▲|up|50|–|not available",
                        "ON_TIME_PCT|301|60.5|▲|up, better|58.3|▶|no change",
                        "ON_TIME_PCT|302|50.0|▼|down, worse|51.0|–|not available");
    }

    @Test
    void what_cannot_be_known_is_said_in_words() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "null, null, null", "1, null", "not_available");
        figure("ON_TIME_PCT", 302, 202608, "60, 100, 60", "1, null");
        comparison("ON_TIME_PCT", 302, 202608, "statistical_neighbours", "null", "null", 3, 10);

        assertThat(warehouse.rows("""
                        select value_text, rag, rag_reason, neighbours_text, region_text, england_text, band, projection_text
                        from mart.scorecard
                        order by authority_code
                        """))
                .containsExactly(
                        "not available|GREY|not available|not available|not available|not available"
                                + "|not ranked|not available",
                        "60.0|BLUE|no target set|not available: 3 of 10 neighbours have a figure|not available"
                                + "|not available|not ranked|not available");
    }

    @Test
    void neighbours_are_shown_with_method_and_members() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "60, 100, 60", "1, null");
        comparison("ON_TIME_PCT", 301, 202608, "statistical_neighbours", "202608", "58.44", 8, 10);

        assertThat(warehouse.rows("select neighbours_value, neighbours_text from mart.scorecard"))
                .containsExactly("58.4|mean of 8 of 10 neighbours (2025)");
    }

    @Test
    void an_authority_has_the_name_of_the_time() throws SQLException {
        figure("ON_TIME_PCT", 302, 202503, "60, 100, 60", "1, null");
        figure("ON_TIME_PCT", 302, 202504, "60, 100, 60", "1, null");

        assertThat(warehouse.rows("select period_key, authority_name from mart.scorecard order by period_key"))
                .containsExactly("202503|Oldham Parva", "202504|Newham Parva");
    }

    @Test
    void a_rate_without_population_is_a_count() throws SQLException {
        figure("CHILD_RATE", 301, 202608, "12, null, 12", "1, null");

        assertThat(warehouse.rows("select unit, decimals, value_text from mart.scorecard"))
                .containsExactly("count|0|12");
    }

    @Test
    void commentary_stands_beside_the_figure() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "60, 100, 60", "1, null");
        warehouse.run(
                "insert into kpi.commentary values ('ON_TIME_PCT', 301, 202608, 'month', 'Two vacancies.', 'AB')");

        assertThat(warehouse.rows("select commentary, commentary_by from mart.scorecard"))
                .containsExactly("Two vacancies.|AB");
    }

    @Test
    void commentary_about_every_basis_gives_way_to_one_about_the_very_basis_and_a_superseded_one_is_kept()
            throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "60, 100, 60", "1, null");
        warehouse.run("""
                insert into kpi.commentary values
                    ('ON_TIME_PCT', 301, 202608, '', 'About all.', 'AB'),
                    ('CHILD_RATE', 301, 202608, '', 'Another.', 'AB')
                """);
        assertThat(warehouse.rows("select commentary from mart.scorecard")).containsExactly("About all.");

        warehouse.run("insert into kpi.commentary values ('ON_TIME_PCT', 301, 202608, 'month', 'First.', 'AB')");
        warehouse.run("update kpi.commentary set superseded_at = now() where commentary = 'First.'");
        assertThat(warehouse.rows("select commentary from mart.scorecard")).containsExactly("About all.");

        warehouse.run("insert into kpi.commentary values ('ON_TIME_PCT', 301, 202608, 'month', 'Second.', 'AB')");
        assertThat(warehouse.rows("select commentary from mart.scorecard")).containsExactly("Second.");
        assertThat(warehouse.rows("""
                        select basis, commentary, is_current from mart.commentary
                        where kpi_code = 'ON_TIME_PCT' order by commentary
                        """))
                .containsExactly("every basis|About all.|t", "month|First.|f", "month|Second.|t");
    }

    @Test
    void colours_of_an_area_are_counted_out_of_what_is_judged_in_it() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "60, 100, 60", "1, null");
        figure("CHILD_RATE", 301, 202608, "60, 10000, 60", "1, null");
        warehouse.run("""
                insert into kpi.priority_group values
                    ('', 1, 'All', 1, 'ON_TIME_PCT', now()), ('301', 1, 'Swift', 1, 'ON_TIME_PCT', now()),
                    ('301', 2, 'Safe', 2, 'CHILD_RATE', now())
                """, """
                insert into kpi.judgement (kpi_code, authority_key, period_key, basis, rag, rag_reason, target_text,
                    rag_last_year_rule, last_year_rule_text, short_state, long_state, long_certainty, signal, signal_text,
                    assurance, assurance_text, projection_text, release_from)
                values ('ON_TIME_PCT', 301, 202608, 'month', 'RED', '', '', 'RED', '', '', '', '', '', '', '', '', '', 1)
                """);

        assertThat(warehouse.rows("""
                        select group_name, kpis_in_remit, kpis_reported, kpis_rated, red, red_percent, blue
                        from mart.group_summary
                        order by group_order
                        """)).containsExactly("Swift|1|1|1|1|100|0", "Safe|1|1|0|0||1");
    }

    @Test
    void everybody_sees_what_was_judged_fit_to_be_seen_and_nothing_else() throws SQLException {
        figure("ON_TIME_PCT", 301, 202608, "4, 40, 10", "1, null");
        figure("ON_TIME_PCT", 302, 202608, "null, null, null", "1, null", "not_available");
        figure("ON_TIME_PCT", 303, 202607, "10, 40, 25", "1, null");
        figure("ON_TIME_PCT", 303, 202608, "20, 40, 50", "1, null");
        comparison("ON_TIME_PCT", 303, 202608, "previous_period", "202607", "25", 0, 0);
        comparison("ON_TIME_PCT", 303, 202608, "statistical_neighbours", "202608", "30", 2, 10);
        everybodySees("ON_TIME_PCT", 303, 202608);

        assertThat(warehouse.rows("""
                        select
                            authority_code, period_key, status, value_text, value, numerator, n, interval_low, rag, rag_reason
                        from mart_public.scorecard
                        order by authority_code, period_key
                        """))
                .containsExactly(
                        "301|202608|suppressed|suppressed|||||GREY|hidden to protect small numbers",
                        "302|202608|not_available|not available|||||GREY|not available",
                        "303|202607|suppressed|suppressed|||||GREY|hidden to protect small numbers",
                        "303|202608|measured|50.0|50.0|20|40|1.0|BLUE|no target set");
        assertThat(warehouse.rows("""
                        select previous_value, short_arrow, short_arrow_text, neighbours_value
                        from mart_public.scorecard
                        where authority_code = '303' and period_key = 202608
                        """)).containsExactly("|–|not available|");
    }

    @Test
    void a_mean_with_a_hidden_member_is_hidden_and_so_is_a_judgement_by_it_but_no_other() throws SQLException {
        warehouse.run(
                "insert into core.neighbour values ('2025', 301, 302, 1, 'Close'), ('2025', 301, 303, 2, 'Close')");
        figure("ON_TIME_PCT", 301, 202608, "20, 40, 50", "1, null");
        figure("ON_TIME_PCT", 302, 202608, "20, 40, 50", "1, null");
        figure("ON_TIME_PCT", 303, 202608, "3, 40, 7.5", "1, null");
        comparison("ON_TIME_PCT", 301, 202608, "statistical_neighbours", "202608", "28.75", 6, 10);
        everybodySees("ON_TIME_PCT", 301, 202608);
        everybodySees("ON_TIME_PCT", 302, 202608);
        warehouse.run("""
                insert into kpi.target (kpi_code, authority_code, basis, bases, valid_from, valid_to, rule_type, target,
                    tol_below, tol_above, is_tol_relative, tolerance_colour, improve_test, comparator, profile, reason,
                    approved_by, row_hash, installed_at)
                values ('ON_TIME_PCT', '301', 'month', '{month}', '2026-04-01', '2027-03-31', 'TARGET_HIGH', 60, 0, 0,
                    false, 'AMBER', false, '', '{}', '', '', 'x', now())
                """, """
                insert into kpi.judgement (kpi_code, authority_key, period_key, basis, rag, rag_reason, target_id,
                    target_text, rag_last_year_rule, last_year_rule_text, short_state, long_state, long_certainty, signal,
                    signal_text, assurance, assurance_text, projection_text, release_from)
                select 'ON_TIME_PCT', 301, 202608, 'month', 'RED', 'below', target_id, '', 'RED', '', '', '', '', '', '', '',
                    '', '', 1
                from kpi.target
                """);
        String query = """
                select value, neighbours_value, neighbours_text, rag, rag_reason
                from mart_public.scorecard
                where authority_code = '301'
                """;

        assertThat(warehouse.rows(query))
                .containsExactly("50.0||hidden: the figure of a neighbour is hidden|RED|below");
        warehouse.run("update kpi.target set rule_type = 'COMPARATOR', comparator = 'statistical_neighbours'");
        assertThat(warehouse.rows(query))
                .containsExactly("50.0||hidden: the figure of a neighbour is hidden|GREY"
                        + "|hidden: it rests on a figure that is hidden");
        everybodySees("ON_TIME_PCT", 303, 202608);
        assertThat(warehouse.rows(query)).containsExactly("50.0|28.8|mean of 6 of 10 neighbours (2025)|RED|below");
    }

    @Test
    void small_is_what_counts_one_to_five_or_leaves_so_many_out_or_does_not_say() throws SQLException {
        figure("ON_TIME_PCT", 301, 202601, "0, 40, 0", "1, null");
        figure("ON_TIME_PCT", 301, 202602, "5, 40, 12.5", "1, null");
        figure("ON_TIME_PCT", 301, 202603, "6, 40, 15", "1, null");
        figure("ON_TIME_PCT", 301, 202604, "35, 40, 87.5", "1, null");
        figure("ON_TIME_PCT", 301, 202605, "40, 40, 100", "1, null");
        figure("ON_TIME_PCT", 301, 202606, "null, null, 34", "1, null");
        figure("ON_TIME_PCT", 301, 202607, "null, null, null", "1, null", "not_available");
        figure("CHILD_RATE", 301, 202608, "9998, 10000, 9998", "1, null");

        assertThat(warehouse.rows("select period_key from mart.scorecard where is_small order by 1"))
                .containsExactly("202602", "202604", "202606");
        warehouse.run("update kpi.definition set disclosure = 'none'");
        assertThat(warehouse.rows("select period_key from mart.scorecard where is_small"))
                .isEmpty();
    }

    @Test
    void figures_worse_by_more_than_chance_are_exceptions_of_the_newest_month() throws SQLException {
        figure("ON_TIME_PCT", 301, 202607, "10, 100, 10", "1, null");
        comparison("ON_TIME_PCT", 301, 202607, "same_period_last_year", "202507", "60", 0, 0);
        figure("ON_TIME_PCT", 301, 202608, "10, 100, 10", "1, null");
        comparison("ON_TIME_PCT", 301, 202608, "same_period_last_year", "202508", "60", 0, 0);
        comparison("ON_TIME_PCT", 301, 202608, "statistical_neighbours", "202608", "5", 8, 10);
        figure("ON_TIME_PCT", 302, 202607, "60, 100, 60", "1, null");
        comparison("ON_TIME_PCT", 302, 202607, "same_period_last_year", "202507", "98", 0, 0);

        assertThat(warehouse.rows("""
                        select authority_name, period_key, exception_kind, reason
                        from mart.exceptions
                        order by authority_code
                        """))
                .containsExactly("Northtown|202608|worse_than_last_year"
                        + "|worse than the same period last year (60.0), by more than chance explains");
    }

    private void figure(String kpi, int authority, int period, String numbers, String releases) throws SQLException {
        figure(kpi, authority, period, numbers, releases, "measured");
    }

    /** Numerator, denominator, value; an interval from 1 to 99, or from 1 to 19 when the value is 10. */
    private void figure(String kpi, int authority, int period, String numbers, String releases, String status)
            throws SQLException {
        warehouse.run("insert into kpi.value values ('%s', %d, %d, 'month', %s, '%s', 1, %d, false, 'v1', %s)"
                .formatted(kpi, authority, period, numbers, status, numbers.endsWith(", 10") ? 19 : 99, releases));
    }

    private void everybodySees(String kpi, int authority, int period) throws SQLException {
        warehouse.run("insert into kpi.public_cell values (%d, %d, '%s', 'month')".formatted(authority, period, kpi));
    }

    private void comparison(
            String kpi, int authority, int period, String comparator, String at, String value, int used, int total)
            throws SQLException {
        warehouse.run("""
                insert into kpi.comparison
                values ('%s', %d, %d, 'month', '%s', %s, '2025', %s, 0, '', 'mean', %d, %d, null, null, null, 1, null)
                """.formatted(kpi, authority, period, comparator, at, value, used, total));
    }
}
