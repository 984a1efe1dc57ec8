package uk.csw.pipeline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

class CompareTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final int OWN = 372;

    private Connection connection;
    private FactRows facts;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        facts = new FactRows(connection).reference();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_figure_is_set_beside_the_period_before_and_the_same_period_last_year() throws SQLException {
        candidate(OWN, "CLA_3PLUS_PCT", 202409, "snapshot", 15, 100);
        candidate(OWN, "CLA_3PLUS_PCT", 202508, "snapshot", 12, 100);
        candidate(OWN, "CLA_3PLUS_PCT", 202509, "snapshot", 13, 100);

        compare();

        assertThat(beside(OWN, "CLA_3PLUS_PCT", 202509, "snapshot", "previous_period"))
                .isEqualTo("202508 12 1 worse own 1/1");
        assertThat(beside(OWN, "CLA_3PLUS_PCT", 202509, "snapshot", "same_period_last_year"))
                .isEqualTo("202409 15 -2 better own 1/1");
        assertThat(beside(OWN, "CLA_3PLUS_PCT", 202508, "snapshot", "previous_period"))
                .isEqualTo("202507 - - not_known own 0/1");
    }

    @Test
    void figures_that_look_the_same_are_the_same() throws SQLException {
        candidate(OWN, "CLA_FOSTER_PCT", 202508, "snapshot", 6651, 10000);
        candidate(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", 6749, 10000);
        candidate(OWN, "PERM_CEASED_PCT", 202508, "r12", 6651, 10000);
        candidate(OWN, "PERM_CEASED_PCT", 202509, "r12", 6749, 10000);

        compare();

        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", "previous_period"))
                .isEqualTo("202508 66.51 0 same own 1/1");
        assertThat(beside(OWN, "PERM_CEASED_PCT", 202509, "r12", "previous_period"))
                .isEqualTo("202508 66.51 1.0 better own 1/1");
    }

    @Test
    void where_neither_way_is_better_a_figure_goes_up_or_down() throws SQLException {
        candidate(OWN, "UASC_PCT", 202508, "snapshot", 10, 100);
        candidate(OWN, "UASC_PCT", 202509, "snapshot", 8, 100);

        compare();

        assertThat(beside(OWN, "UASC_PCT", 202509, "snapshot", "previous_period"))
                .isEqualTo("202508 10 -2 down own 1/1");
    }

    @Test
    void the_period_before_a_quarter_is_a_quarter_before_and_of_a_year_a_year() throws SQLException {
        candidate(OWN, "PERM_CEASED_PCT", 202412, "quarter", 10, 100);
        candidate(OWN, "PERM_CEASED_PCT", 202503, "quarter", 20, 100);
        candidate(OWN, "PERM_CEASED_PCT", 202403, "annual", 30, 100);
        candidate(OWN, "PERM_CEASED_PCT", 202503, "annual", 20, 100);

        compare();

        assertThat(beside(OWN, "PERM_CEASED_PCT", 202503, "quarter", "previous_period"))
                .isEqualTo("202412 10 10.0 better own 1/1");
        assertThat(beside(OWN, "PERM_CEASED_PCT", 202503, "annual", "previous_period"))
                .isEqualTo("202403 30 -10.0 worse own 1/1");
    }

    @Test
    void a_count_of_the_year_to_date_is_not_set_beside_the_month_before_and_nothing_is_in_april() throws SQLException {
        count(OWN, "CLA_START_RATE", 202409, 50);
        count(OWN, "CLA_START_RATE", 202508, 40);
        count(OWN, "CLA_START_RATE", 202509, 48);
        candidate(OWN, "ADOPT_PCT", 202503, "ytd", 10, 100);
        candidate(OWN, "ADOPT_PCT", 202504, "ytd", 20, 100);
        candidate(OWN, "ADOPT_PCT", 202505, "ytd", 30, 100);
        // a school year is counted from September
        candidate(OWN, "ABS_OVERALL_PCT", 202503, "ytd", 10, 100);
        candidate(OWN, "ABS_OVERALL_PCT", 202504, "ytd", 20, 100);
        candidate(OWN, "ABS_OVERALL_PCT", 202508, "ytd", 20, 100);
        candidate(OWN, "ABS_OVERALL_PCT", 202509, "ytd", 10, 100);

        compare();

        assertThat(beside(OWN, "CLA_START_RATE", 202509, "ytd", "previous_period"))
                .isEqualTo("202508 - - not_known not_comparable 0/1");
        assertThat(beside(OWN, "CLA_START_RATE", 202509, "ytd", "same_period_last_year"))
                .isEqualTo("202409 50 -2 down own 1/1");
        assertThat(beside(OWN, "ADOPT_PCT", 202504, "ytd", "previous_period"))
                .isEqualTo("202503 - - not_known not_comparable 0/1");
        assertThat(beside(OWN, "ADOPT_PCT", 202505, "ytd", "previous_period")).isEqualTo("202504 20 10 better own 1/1");
        assertThat(beside(OWN, "ABS_OVERALL_PCT", 202504, "ytd", "previous_period"))
                .isEqualTo("202503 10 10.00 worse own 1/1");
        assertThat(beside(OWN, "ABS_OVERALL_PCT", 202509, "ytd", "previous_period"))
                .isEqualTo("202508 - - not_known not_comparable 0/1");
    }

    @Test
    void neighbours_are_averaged_over_those_that_have_a_figure_and_ranked_with_the_authority_among_them()
            throws SQLException {
        facts.neighbours("2021", OWN, 900).neighbours("2025", OWN, 370, 357, 371, 384, 894, 332, 807, 394, 390, 840);
        candidate(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", 70, 100);
        for (int[] neighbour : new int[][] {{370, 60}, {357, 80}, {371, 70}, {384, 50}, {894, 90}}) {
            candidate(neighbour[0], "CLA_FOSTER_PCT", 202509, "snapshot", neighbour[1], 100);
        }
        candidate(332, "CLA_FOSTER_PCT", 202509, "annual", 1, 100);
        withoutValue(807, "CLA_FOSTER_PCT", 202509, "snapshot");

        compare();

        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", "statistical_neighbours"))
                .isEqualTo("202509 70 0 same mean 5/10 3 of 6");
        assertThat(Sql.of("select distinct vintage from kpi.candidate_comparison where comparator like 'stat%'")
                        .list(connection, row -> row.getString(1)))
                .containsExactly("2025");
    }

    @Test
    void with_too_few_neighbours_no_average_is_shown_and_nothing_is_made_up() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894, 332);
        candidate(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", 70, 100);
        for (int neighbour : new int[] {370, 357, 371, 384}) {
            candidate(neighbour, "CLA_FOSTER_PCT", 202509, "snapshot", 50, 100);
        }

        compare();

        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", "statistical_neighbours"))
                .isEqualTo("202509 - - not_known too_few_members 4/6");
    }

    @Test
    void lower_is_ranked_first_where_lower_is_better_ties_share_and_too_few_to_judge_is_not_ranked()
            throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894, 332);
        candidate(OWN, "CLA_3PLUS_PCT", 202509, "snapshot", 10, 100);
        candidate(370, "CLA_3PLUS_PCT", 202509, "snapshot", 8, 100);
        candidate(357, "CLA_3PLUS_PCT", 202509, "snapshot", 104, 1000);
        candidate(371, "CLA_3PLUS_PCT", 202509, "snapshot", 12, 100);
        candidate(384, "CLA_3PLUS_PCT", 202509, "snapshot", 14, 100);
        candidate(894, "CLA_3PLUS_PCT", 202509, "snapshot", 0, 1);

        compare();

        assertThat(beside(OWN, "CLA_3PLUS_PCT", 202509, "snapshot", "statistical_neighbours"))
                .isEqualTo("202509 8.88 1 worse mean 5/6 2 of 5");
    }

    @Test
    void a_kpi_without_a_better_and_a_worse_has_no_rank() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894);
        for (int authority : new int[] {OWN, 370, 357, 371, 384, 894}) {
            candidate(authority, "UASC_PCT", 202509, "snapshot", authority % 7, 100);
        }

        compare();

        assertThat(beside(OWN, "UASC_PCT", 202509, "snapshot", "statistical_neighbours"))
                .endsWith("mean 5/5")
                .contains("down");
    }

    @Test
    void counts_of_differently_large_authorities_are_not_compared() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894);
        for (int authority : new int[] {OWN, 370, 357, 371, 384, 894}) {
            count(authority, "CLA_START_RATE", 202509, 5);
        }

        compare();

        assertThat(beside(OWN, "CLA_START_RATE", 202509, "ytd", "statistical_neighbours"))
                .isEqualTo("none");
    }

    @Test
    void an_authority_that_was_not_measured_is_compared_anew_when_a_neighbour_was() throws SQLException {
        facts.neighbours("2025", 370, OWN, 357, 371, 384, 894).neighbours("2025", 357, 371);
        Sql.of("update ops.current_release set release_id = 7").execute(connection);
        for (int authority : new int[] {370, 357, 371, 384, 894, OWN}) {
            shown(authority, "CLA_FOSTER_PCT", 202509, "snapshot", 50);
        }
        candidate(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", 100, 100);

        compare();

        assertThat(beside(370, "CLA_FOSTER_PCT", 202509, "snapshot", "statistical_neighbours"))
                .isEqualTo("202509 60 -10 worse mean 5/5 2 of 6");
        assertThat(Sql.of("select authority_key, is_measured from kpi.candidate_authority order by 1")
                        .list(connection, row -> row.getInt(1) + " " + row.getBoolean(2)))
                .containsExactly("370 false", "372 true");
    }

    @Test
    void comparing_twice_gives_the_same() throws SQLException {
        facts.neighbours("2025", OWN, 370);
        candidate(OWN, "CLA_FOSTER_PCT", 202508, "snapshot", 60, 100);
        candidate(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", 70, 100);
        long first = compare();

        assertThat(compare()).isEqualTo(first).isEqualTo(6);
    }

    private long compare() throws SQLException {
        return Compare.run(connection, CATALOGUE);
    }

    @Test
    void a_figure_is_set_beside_the_newest_published_year_that_had_ended() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894);
        published("CPP_REPEAT_EVER_PCT", 2024, 26, 24, 23, "");
        published("CPP_REPEAT_EVER_PCT", 2025, 25, 24.7, 24.5, "");
        withoutValue(OWN, "CPP_REPEAT_EVER_PCT", 202503, "r12");
        candidate(OWN, "CPP_REPEAT_EVER_PCT", 202502, "r12", 109, 393);
        candidate(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", 109, 393);
        candidate(OWN, "CPP_REPEAT_EVER_PCT", 202609, "r12", 100, 400);

        compare();

        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202502, "r12", "england"))
                .isEqualTo("202403 23 4.7 worse published 1/1 117 of 153");
        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", "england"))
                .isEqualTo("202503 24.5 3.2 worse published 1/1 117 of 153");
        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "r12", "england"))
                .isEqualTo("202503 24.5 - not_known published 1/1 117 of 153");
        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202609, "r12", "region"))
                .isEqualTo("202503 24.7 0.3 worse published 1/1");
    }

    @Test
    void newly_loaded_published_figures_reach_authorities_that_delivered_nothing() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894);
        Sql.of("""
                        insert into core.dim_authority values (372, '372', 'E08000018', 'Rotherham', 'E12000003',
                            'Yorkshire and The Humber', 'Yorkshire and The Humber', 'MD', '2009-01-01', '9999-12-31', true)
                        """).execute(connection);
        Sql.of("""
                        insert into ops.release (release_id, night_id, state, created_at, published_at)
                        overriding system value values (7, 'before', 'published', '2026-01-01', '2026-01-01')
                        """).execute(connection);
        Sql.of("update ops.current_release set release_id = 7").execute(connection);
        shown(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", 28);
        published("CPP_REPEAT_EVER_PCT", 2025, 25.65, 24.7, 24.5, "");
        candidate(301, "CPP_REPEAT_EVER_PCT", 202503, "annual", 20, 100);

        compare();

        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", "england"))
                .startsWith("202503 24.5 3.5 worse published");
    }

    @Test
    void published_neighbours_stand_in_where_too_few_deliver_here_and_only_there() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894);
        published("CPP_REPEAT_EVER_PCT", 2025, 25.65, 24.7, 24.5, "");
        candidate(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", 277, 1000);
        candidate(370, "CPP_REPEAT_EVER_PCT", 202503, "annual", 20, 100);

        compare();

        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", "statistical_neighbours"))
                .isEqualTo("202503 25.65 2.0 worse published_mean 10/10 7 of 11");

        for (int neighbour : new int[] {357, 371, 384, 894}) {
            candidate(neighbour, "CPP_REPEAT_EVER_PCT", 202503, "annual", 20, 100);
        }
        compare();
        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", "statistical_neighbours"))
                .isEqualTo("202503 20 7.7 worse mean 5/5 6 of 6");
    }

    @Test
    void a_published_figure_that_is_not_quite_ours_is_not_set_beside_it() throws SQLException {
        facts.neighbours("2025", OWN, 370, 357, 371, 384, 894);
        published("CLA_RESID_PCT", 2025, 12, 12, 12, "leaves out residential schools");
        candidate(OWN, "CLA_RESID_PCT", 202503, "annual", 13, 100);

        compare();

        assertThat(beside(OWN, "CLA_RESID_PCT", 202503, "annual", "england")).isEqualTo("none");
    }

    @Test
    void a_group_is_averaged_and_ranked_as_neighbours_are_by_the_edition_of_the_day_the_period_ends()
            throws SQLException {
        facts.neighbours("2025", OWN, 900)
                .group("ours", "2024", "2024-04-01", "2025-08-30", OWN, 370, 357, 371, 384, 894)
                .group("ours", "2025", "2025-08-31", "9999-12-31", OWN, 370, 357, 371, 384, 894, 332);
        for (int period : new int[] {202403, 202404, 202507, 202508}) {
            candidate(OWN, "CLA_FOSTER_PCT", period, "snapshot", 70, 100);
            for (int[] member : new int[][] {{370, 60}, {357, 80}, {371, 70}, {384, 50}, {894, 90}}) {
                candidate(member[0], "CLA_FOSTER_PCT", period, "snapshot", member[1], 100);
            }
        }

        compare();

        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202403, "snapshot", "ours")).isEqualTo("none");
        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202404, "snapshot", "ours"))
                .isEqualTo("202404 70 0 same mean 5/5 3 of 6");
        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202508, "snapshot", "ours"))
                .isEqualTo("202508 70 0 same mean 5/6 3 of 6");
        assertThat(Sql.of(
                                "select period_key, vintage from kpi.candidate_comparison where comparator = 'ours' order by 1")
                        .list(connection, row -> row.getInt(1) + " " + row.getString(2)))
                .containsExactly("202404 2024", "202507 2024", "202508 2025");
    }

    @Test
    void of_a_group_smaller_than_the_minimum_every_member_must_have_a_figure() throws SQLException {
        facts.group("ours", "2025", "2020-04-01", "9999-12-31", OWN, 370, 357, 371)
                .group("theirs", "2025", "2020-04-01", "9999-12-31", OWN, 370, 357, 384);
        for (int[] member : new int[][] {{OWN, 70}, {370, 60}, {357, 80}, {371, 91}}) {
            candidate(member[0], "CLA_FOSTER_PCT", 202509, "snapshot", member[1], 100);
        }

        compare();

        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", "ours"))
                .isEqualTo("202509 77 -7 worse mean 3/3 3 of 4");
        assertThat(beside(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", "theirs"))
                .isEqualTo("202509 - - not_known too_few_members 2/3");
    }

    @Test
    void published_figures_of_a_groups_members_stand_in_where_too_few_deliver_here() throws SQLException {
        facts.neighbours("2025", OWN, 900).group("ours", "2026", "2020-04-01", "9999-12-31", OWN, 370, 357, 371);
        published("CPP_REPEAT_EVER_PCT", 2025, 25.65, 24.7, 24.5, "");
        Sql.of("""
                        insert into kpi.published_comparison (kpi_code, authority_key, year, neighbour_model, value,
                            members_used, members_total, file_id, is_computed, note)
                        select 'CPP_REPEAT_EVER_PCT', member.member_key, 2025, '2025', member.figure, 0, 0, file_id, false, ''
                        from core.published_file
                        cross join (values (370, 20), (357, 25.5), (371, 21)) as member (member_key, figure)
                        """).execute(connection);
        candidate(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", 277, 1000);
        candidate(370, "CPP_REPEAT_EVER_PCT", 202503, "annual", 20, 100);

        compare();

        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", "ours"))
                .isEqualTo("202503 22.166667 5.5 worse published_mean 3/3");
        assertThat(Sql.of("select vintage from kpi.candidate_comparison where comparator = 'ours'")
                        .list(connection, row -> row.getString(1)))
                .containsExactly("2026, D3 2025");
    }

    @Test
    void an_authority_that_was_not_measured_is_compared_anew_when_a_member_of_its_group_was() throws SQLException {
        facts.group("ours", "2025", "2020-04-01", "9999-12-31", 370, OWN, 357);
        Sql.of("update ops.current_release set release_id = 7").execute(connection);
        for (int authority : new int[] {370, 357, OWN}) {
            shown(authority, "CLA_FOSTER_PCT", 202509, "snapshot", 50);
        }
        candidate(OWN, "CLA_FOSTER_PCT", 202509, "snapshot", 100, 100);

        compare();

        assertThat(beside(370, "CLA_FOSTER_PCT", 202509, "snapshot", "ours"))
                .isEqualTo("202509 75 -25 worse mean 2/2 2 of 3");
    }

    @Test
    void the_best_quarter_begins_at_the_75th_percentile_of_the_authorities_published_or_the_25th_where_lower_is_better()
            throws SQLException {
        facts.neighbours("2025", OWN, 900);
        publishedOf("CPP_REPEAT_EVER_PCT", "27.7", "20", "24", "28", "30", "-");
        publishedOf("CL_EET_19_21_PCT", "50", "60", "70", "80", "90", "-");
        publishedOf("UASC_PCT", "5", "6", "7", "8", "9", "-");
        for (String kpi : new String[] {"CPP_REPEAT_EVER_PCT", "CL_EET_19_21_PCT", "UASC_PCT"}) {
            candidate(OWN, kpi, 202503, "annual", 25, 100);
        }

        compare();

        assertThat(beside(OWN, "CPP_REPEAT_EVER_PCT", 202503, "annual", "top_quartile"))
                .isEqualTo("202503 24 1.0 worse published_quartile 5/6");
        assertThat(beside(OWN, "CL_EET_19_21_PCT", 202503, "annual", "top_quartile"))
                .isEqualTo("202503 80 -55 worse published_quartile 5/6");
        assertThat(beside(OWN, "UASC_PCT", 202503, "annual", "top_quartile")).isEqualTo("none");
    }

    /** Published figures of the year to March 2025: the authority's own, then those of others; a dash is none. */
    private void publishedOf(String kpi, String own, String... others) throws SQLException {
        Sql.of("""
                        with file as (
                            insert into core.published_file (sha256, mapping, file_name, source_table, is_collection,
                                newest_year, edition, vintage, loaded_at)
                            values (:kpi, '', 'd3.csv', 'D3', false, 2025, 1, '2025', now())
                            returning file_id
                        )
                        insert into kpi.published_comparison (kpi_code, authority_key, year, neighbour_model, value,
                            members_used, members_total, file_id, is_computed, note)
                        select :kpi, :own + place - 1, 2025, '2025', nullif(figure, '-')::numeric, 0, 0, file_id, false, ''
                        from file
                        cross join unnest(:figures::text[]) with ordinality as published (figure, place)
                        """)
                .with("kpi", kpi)
                .with("own", OWN)
                .with(
                        "figures",
                        Stream.concat(Stream.of(own), Stream.of(others)).toList())
                .execute(connection);
    }

    private void published(String kpi, int year, double mean, double region, double england, String note)
            throws SQLException {
        Sql.of("""
                        with file as (
                            insert into core.published_file (sha256, mapping, file_name, source_table, is_collection,
                                newest_year, edition, vintage, loaded_at)
                            values (:year, '', 'd3.csv', 'D3', false, 2025, 1, '2025', now())
                            returning file_id
                        )
                        insert into kpi.published_comparison
                        select :kpi, :own, :year::integer, '2025', 27.7, null, :mean, :mean, 10, 10, 7, 11, 117, 153, 'D',
                            :region, :england, file_id, false, :note
                        from file
                        """)
                .with("kpi", kpi)
                .with("own", OWN)
                .with("year", Integer.toString(year))
                .with("mean", BigDecimal.valueOf(mean))
                .with("region", BigDecimal.valueOf(region))
                .with("england", BigDecimal.valueOf(england))
                .with("note", note)
                .execute(connection);
    }

    private void candidate(int authority, String kpi, int period, String basis, int numerator, int denominator)
            throws SQLException {
        insert(authority, kpi, period, basis, numerator, denominator, denominator < 10 ? "too_few" : "measured");
    }

    private void withoutValue(int authority, String kpi, int period, String basis) throws SQLException {
        insert(authority, kpi, period, basis, null, null, "not_available");
    }

    private void count(int authority, String kpi, int period, int numerator) throws SQLException {
        insert(authority, kpi, period, "ytd", numerator, null, "measured");
    }

    private void insert(
            int authority,
            String kpi,
            int period,
            String basis,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            String status)
            throws SQLException {
        Sql.of("""
                        with measured as (
                            insert into kpi.candidate_authority values (:authority, true) on conflict do nothing
                        )
                        insert into kpi.candidate_value
                        values (:kpi, :authority, :period, :basis, :numerator, :denominator,
                            coalesce(100 * :numerator::numeric / :denominator::numeric, :numerator), :status, null, null, false, 'v1')
                        """)
                .with("kpi", kpi)
                .with("authority", authority)
                .with("period", period)
                .with("basis", basis)
                .with("numerator", numerator)
                .with("denominator", denominator)
                .with("status", status)
                .execute(connection);
    }

    private void shown(int authority, String kpi, int period, String basis, int percent) throws SQLException {
        Sql.of("""
                        insert into kpi.value
                        values (:kpi, :authority, :period, :basis, :percent, 100, :percent, 'measured', null, null, false,
                            'v1', 7, null)
                        """)
                .with("kpi", kpi)
                .with("authority", authority)
                .with("period", period)
                .with("basis", basis)
                .with("percent", new BigDecimal(percent))
                .execute(connection);
    }

    private String beside(int authority, String kpi, int period, String basis, String comparator) throws SQLException {
        List<String> rows = Sql.of("""
                        select concat_ws(' ', comparator_period, coalesce(trim_scale(comparator_value)::text, '-'),
                            coalesce(difference::text, '-'), direction, method, members_used || '/' || members_total,
                            rank || ' of ' || rank_of)
                        from kpi.candidate_comparison
                        where kpi_code = :kpi and authority_key = :authority and period_key = :period
                            and basis = :basis and comparator = :comparator
                        """)
                .with("kpi", kpi)
                .with("authority", authority)
                .with("period", period)
                .with("basis", basis)
                .with("comparator", comparator)
                .list(connection, row -> row.getString(1));
        return rows.isEmpty() ? "none" : rows.get(0);
    }
}
