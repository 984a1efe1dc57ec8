package uk.csw.pipeline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

class ExplainTest {
    private Connection connection;
    private Nights nights;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        nights = new Nights(connection).looksAfter(372, 202608, 32).looksAfter(372, 202607, 30);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_figure_is_explained_with_its_definition_its_counts_and_what_it_is_set_beside() throws SQLException {
        nights.publish();

        Explanation explanation = august();

        assertThat(explanation.authorityName()).isEqualTo("Rotherham");
        assertThat(explanation.words().numerator()).startsWith("Children looked after on the last day of the period.");
        assertThat(explanation.figure().numerator()).contains(new BigDecimal(32));
        assertThat(explanation.figure().status()).isEqualTo("measured");
        assertThat(explanation.figure().isProvisional()).isFalse();
        assertThat(explanation.figure().intervalLow().orElseThrow()).isLessThan(new BigDecimal(32));
        assertThat(explanation.comparisons())
                .extracting(Explanation.Beside::comparator, Explanation.Beside::direction)
                .containsExactly(
                        tuple("previous_period", "up"),
                        tuple("same_period_last_year", "not_known"),
                        tuple("statistical_neighbours", "not_known"));
    }

    @Test
    void each_neighbour_is_averaged_or_says_why_it_is_left_out() throws SQLException {
        for (int neighbour : new int[] {370, 357, 371, 384, 894}) {
            nights.looksAfter(neighbour, 202608, neighbour == 370 ? 90 : 40);
        }
        Sql.of("delete from core.coverage where authority_key = 384 and period_key = 202608")
                .execute(connection);
        nights.looksAfter(332, 202608, 50).publish();

        Explanation explanation = august();

        assertThat(explanation.comparisons())
                .filteredOn(beside -> beside.comparator().equals("statistical_neighbours"))
                .extracting(beside -> beside.value().orElseThrow().intValueExact(), Explanation.Beside::membersUsed)
                .containsExactly(tuple(52, 5));
        assertThat(explanation.members())
                .extracting(Explanation.Member::name, Explanation.Member::isUsed, Explanation.Member::reason)
                .containsExactly(
                        tuple("Barnsley", true, "figure here"),
                        tuple("Tameside", true, "figure here"),
                        tuple("Doncaster", true, "figure here"),
                        tuple("Wakefield", false, "no figure for this month"),
                        tuple("Telford and Wrekin", true, "figure here"),
                        tuple("Dudley", true, "figure here"),
                        tuple("Cumbria", false, "not in this warehouse"));
    }

    @Test
    void a_comparison_group_is_explained_as_the_neighbours_are() throws SQLException {
        nights.looksAfter(370, 202608, 90)
                .looksAfter(357, 202608, 40)
                .group("ours", "2026", 357, 370)
                .group("theirs", "2025", 371, 370)
                .publish();

        Explanation explanation = august();

        assertThat(explanation.comparisons())
                .extracting(Explanation.Beside::comparator, Explanation.Beside::name, Explanation.Beside::method)
                .endsWith(tuple("ours", "Our ours", "mean"), tuple("theirs", "Our theirs", "too_few_members"));
        assertThat(explanation.members())
                .filteredOn(member -> !member.comparator().equals("statistical_neighbours"))
                .extracting(
                        Explanation.Member::group,
                        Explanation.Member::edition,
                        Explanation.Member::place,
                        Explanation.Member::name,
                        Explanation.Member::reason)
                .containsExactly(
                        tuple("Our ours", "2026", 1, "Barnsley", "figure here"),
                        tuple("Our ours", "2026", 2, "Tameside", "figure here"),
                        tuple("Our theirs", "2025", 1, "Barnsley", "figure here, but too few have one"),
                        tuple("Our theirs", "2025", 2, "Doncaster", "not in this warehouse"));
        assertThat(Sql.of("select comparison_groups_text from mart.scorecard where authority_code = '372'"
                                + " and kpi_code = 'CLA_RATE' and basis = 'snapshot' and period_key = 202608")
                        .list(connection, row -> row.getString(1)))
                .containsExactly("Our ours 65 per 10,000 (mean of 2 of 2, 2026): this figure is lower;"
                        + " Our theirs: not available, as 1 of 2 have a figure");
    }

    @Test
    void a_group_that_the_figure_is_not_compared_with_yet_is_left_out() throws SQLException {
        nights.looksAfter(370, 202608, 90).publish().group("later", "2026", 370);

        assertThat(august().members())
                .extracting(Explanation.Member::comparator)
                .doesNotContain("later");
    }

    @Test
    void with_too_few_neighbours_here_their_published_figures_are_averaged_and_suppressed_ones_left_out()
            throws SQLException {
        nights.looksAfter(370, 202608, 90);
        nights.published(Map.of(
                        "372",
                        "80",
                        "370",
                        "88",
                        "357",
                        "100",
                        "371",
                        "95",
                        "384",
                        "c",
                        "894",
                        "105",
                        "332",
                        "99",
                        "E92000001",
                        "67"))
                .publish();

        Explanation explanation = august();

        assertThat(explanation.comparisons())
                .filteredOn(beside -> beside.method().startsWith("published"))
                .extracting(
                        Explanation.Beside::comparator,
                        beside -> beside.value().orElseThrow().toPlainString(),
                        Explanation.Beside::vintage,
                        Explanation.Beside::membersUsed)
                .containsExactly(
                        tuple("statistical_neighbours", "97.4", "2025, Children looked after 2026", 5),
                        tuple("england", "67", "Children looked after 2026", 1));
        assertThat(explanation.members())
                .extracting(Explanation.Member::name, Explanation.Member::isUsed, Explanation.Member::reason)
                .contains(
                        tuple("Barnsley", true, "published figure"),
                        tuple("Wakefield", false, "suppressed: hidden as a small number (c)"),
                        tuple("Cumbria", false, "did not exist on 31 March 2026"));
        assertThat(explanation.members().get(0).value()).contains(new BigDecimal("90.0000000000000000"));
    }

    @Test
    void the_rule_it_is_judged_by_says_since_when_why_and_who_approved_it(@TempDir Path config)
            throws SQLException, IOException {
        nights.targets(
                        config,
                        "kpi_code,authority_code,basis,valid_from,valid_to,rule_type,target,range_low,range_high,tol_below,"
                                + "tol_above,tol_kind,tolerance_colour,improve_test,comparator,min_denominator,profile,"
                                + "reason,approved_by",
                        "CLA_RATE,,,2020-04-01,2026-03-31,RANGE,,25,75,,,,,,,,,the old range,Cabinet",
                        "CLA_RATE,372,,2026-04-01,,RANGE,,45,75,5,5,ABS,AMBER,,,,,England and its neighbours,Cabinet")
                .publish();

        Explanation.Judgement judgement = august().judgement().orElseThrow();
        Explanation.Rule rule = judgement.rule().orElseThrow();

        assertThat(judgement.ragReason())
                .isEqualTo("32 per 10,000 against an expected range of 45 to 75 per 10,000: below the range by"
                        + " 13 per 10,000, more than the tolerance of 5 per 10,000");
        assertThat(judgement.ragLastYearRule()).isEqualTo("GREEN");
        assertThat(rule.isForAll()).isFalse();
        assertThat(rule.validFrom()).isEqualTo("2026-04-01");
        assertThat(rule.reason()).isEqualTo("England and its neighbours");
        assertThat(rule.approvedBy()).isEqualTo("Cabinet");
    }

    @Test
    void how_it_was_first_published_and_each_change_since_is_told() throws SQLException {
        nights.publish();
        nights.looksAfter(372, 202607, 5).publish();
        nights.looksAfter(372, 202608, 1).publish();

        assertThat(august().history())
                .extracting(
                        Explanation.Shown::releaseId,
                        shown -> shown.publishedAt().toString(),
                        shown -> shown.numerator().orElseThrow().intValueExact(),
                        Explanation.Shown::reason)
                .containsExactly(
                        tuple(1L, "2026-10-08T02:00:00Z", 32, "first published"),
                        tuple(3L, "2026-10-10T02:00:00Z", 33, "late or corrected records"));
    }

    @Test
    void the_files_behind_it_are_the_newest_of_each_period_and_those_held_back() throws SQLException {
        delivered(202607, "old.csv", "episodes", "care_episode", 100, 1, false);
        delivered(202608, "first.csv", "episodes", "care_episode", 100, 2, false);
        delivered(202608, "corrected.csv", "episodes", "care_episode", 101, 3, false);
        delivered(202609, "later.csv", "episodes", "care_episode", 102, 4, false);
        delivered(202609, "short.csv", "episodes", "care_episode", 10, 0, true);
        delivered(202609, "people.csv", "people", "person", 50, 5, false);
        delivered(202609, "missing.csv", "missing", "missing_episode", 50, 6, false);
        nights.publish();

        Explanation explanation = august();

        assertThat(explanation.files())
                .extracting(Explanation.FileBehind::fileName)
                .containsExactly("short.csv", "later.csv", "people.csv", "corrected.csv");
        assertThat(explanation.quarantined())
                .containsExactlyInAnyOrder(
                        new Explanation.Quarantined("episodes", 7, 203), new Explanation.Quarantined("people", 5, 50));
    }

    @Test
    void rows_kept_out_are_counted_by_the_rule_they_broke() throws SQLException {
        delivered(202608, "care.csv", "episodes", "care_episode", 100, 2, false);
        Sql.of("""
                        with refused as (
                            insert into quarantine.row (delivery_id, file_id, line, layout, raw_text)
                            select delivery_id, file_id, line, 'episodes', 'x'
                            from ops.delivery_file, generate_series(2, 3) as line
                            returning delivery_id, file_id, line
                        )
                        insert into quarantine.finding (delivery_id, file_id, line, rule_code, column_name)
                        select delivery_id, file_id, line, rule_code, column_name
                        from refused, (
                            values ('START_MISSING', 'start_date'), ('CODE_UNKNOWN', 'legal_status'),
                                ('CODE_UNKNOWN', 'placement')
                        ) as broken (rule_code, column_name)
                        where line = 2 or rule_code = 'START_MISSING'
                        """).execute(connection);
        Sql.of("insert into ops.rule values ('START_MISSING', 'error', 'a start date is missing', 'add it')")
                .execute(connection);
        nights.publish();

        assertThat(august().refusals())
                .containsExactly(
                        new Explanation.Refusal("episodes", "START_MISSING", "a start date is missing", 2),
                        new Explanation.Refusal("episodes", "CODE_UNKNOWN", "CODE_UNKNOWN", 1));
    }

    @Test
    void a_figure_that_is_not_available_says_why() throws SQLException {
        Sql.of("delete from core.population").execute(connection);
        nights.publish();

        assertThat(august().figure().reason()).isEqualTo("There is no population estimate for this authority.");
    }

    @Test
    void what_is_not_shown_cannot_be_explained() throws SQLException {
        nights.candidate();

        assertThat(nights.explain(Nights.AUGUST)).isEmpty();
        assertThat(nights.explain(YearMonth.of(2020, 1))).isEmpty();
    }

    private Explanation august() throws SQLException {
        return nights.explain(Nights.AUGUST).orElseThrow();
    }

    private void delivered(
            int period, String file, String layout, String entity, int read, int quarantined, boolean isHeld)
            throws SQLException {
        Sql.of("""
                        with delivered as (
                            insert into ops.delivery (authority_code, authority_key, period_key, sha256, state,
                                file_count, bytes, received_at, registered_at)
                            values ('372', 372, :period, 'x', 'landed', 1, 0, now(), now())
                            returning delivery_id
                        )
                        insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, layout, entity, state,
                            is_held, rows_read, rows_staged, rows_quarantined)
                        select delivery_id, :file, 0, 'x', :layout, :entity, 'landed', :held, :read,
                            :read - :quarantined, :quarantined
                        from delivered
                        """)
                .with("period", period)
                .with("file", file)
                .with("layout", layout)
                .with("entity", entity)
                .with("held", isHeld)
                .with("read", read)
                .with("quarantined", quarantined)
                .execute(connection);
    }
}
