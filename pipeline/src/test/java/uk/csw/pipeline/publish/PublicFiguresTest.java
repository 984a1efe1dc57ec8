package uk.csw.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.judge.Judge;
import uk.csw.pipeline.judge.Targets;
import uk.csw.pipeline.kpi.CountedFact;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Small figures of several authorities, published twice, and somebody who wants to know what is hidden. */
class PublicFiguresTest {
    private static final int[] AUTHORITIES = {301, 302, 303, 304, 305, 306};
    private static final YearMonth FIRST = YearMonth.of(2023, 4);
    private static final YearMonth FIRST_RELEASE = YearMonth.of(2025, 7);
    private static final YearMonth LAST = YearMonth.of(2025, 12);
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());

    private final BreakdownAttack onBreakdowns = new BreakdownAttack();
    private Connection connection;
    private FactRows facts;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        facts = new FactRows(connection).reference();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_count_from_one_to_five_can_be_worked_out_from_what_is_public(long seed) throws SQLException {
        Attack attack = new Attack();
        publishTwice(new Random(seed), attack);

        assertThat(attack.secrets()).isGreaterThan(1000);
        assertThat(attack.recovered()).isEmpty();
        assertThat(onBreakdowns.secrets()).isGreaterThan(1000);
        assertThat(onBreakdowns.recovered()).isEmpty();
        assertThat(rows("select count(*) from mart_public.kpi_breakdown where status = 'measured'"))
                .isGreaterThan(200);
        assertThat(shareShown()).as("figures shown, in percent").isBetween(10L, 90L);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void the_same_reader_finds_out_a_great_deal_where_only_small_figures_are_hidden(long seed) throws SQLException {
        Attack attack = new Attack();
        publishTwice(new Random(seed), attack, """
                insert into kpi.public_cell (authority_key, period_key, kpi_code, basis)
                select figure.authority_key, figure.period_key, figure.kpi_code, figure.basis
                from kpi.current_value as figure
                join kpi.definition as definition using (kpi_code, definition_version)
                where kpi.is_safe(definition.unit, figure.numerator, figure.denominator)
                on conflict do nothing
                """, """
                update kpi.breakdown_value as part
                set is_public = kpi.is_safe(definition.unit, part.numerator, part.denominator)
                from kpi.definition as definition
                where definition.kpi_code = part.kpi_code and definition.is_current
                """);

        assertThat(onBreakdowns.recovered()).hasSizeGreaterThan(20);
        assertThat(attack.recovered())
                .hasSizeGreaterThan(100)
                .anyMatch(found -> found.contains("basis=month"))
                .anyMatch(found -> found.contains("kpi=ADOPT_PCT"))
                .anyMatch(found -> found.contains("kpi=CLA_START_RATE"));
    }

    @Test
    void a_night_that_looks_only_at_what_differs_shows_what_looking_at_everything_would() throws SQLException {
        Random random = new Random(3);
        figures(random);
        Targets.load(
                        Shared.config(),
                        CATALOGUE,
                        ReferenceData.load(Shared.config()).authorities())
                .install(connection, Release.TONIGHT);
        long first = measured();
        Judge.run(connection, CATALOGUE);
        Publish.run(connection, first, Release.TONIGHT);
        changes(random);
        Sql.of("update core.fact_child_month set sex = '2' where authority_key = 303 and period_key = 202506")
                .execute(connection);
        Savepoint before = connection.setSavepoint();
        long second = measured();
        Judge.run(connection, CATALOGUE);
        Publish.run(connection, second, Release.TONIGHT);
        List<String> shown = shown();
        for (String table : List.of("kpi.breakdown_value", "kpi.judgement")) {
            String rows = "select count(*) from " + table + " where release_to is null and release_from = ";
            assertThat(rows(rows + first)).isGreaterThan(1000);
            assertThat(rows(rows + second)).isGreaterThan(1000);
        }
        connection.rollback(before);

        // Whatever was measured by another definition, or judged by other targets, is looked at in full.
        Sql.of("update kpi.value set definition_version = 'another'").execute(connection);
        Sql.of("update kpi.shown_authority set measured_by = 'another', compared_with = 'another'")
                .execute(connection);
        Sql.of("delete from kpi.judged_authority").execute(connection);
        second = measured();
        long judged = Judge.run(connection, CATALOGUE);
        Publish.run(connection, second, Release.TONIGHT);

        assertThat(Sql.of("select count(*) from kpi.value where release_from <> " + second + " and release_to is null")
                        .first(connection, row -> row.getLong(1)))
                .contains(0L);
        assertThat(judged).isEqualTo(rows("select count(*) from kpi.current_value"));
        assertThat(shown()).isEqualTo(shown);
    }

    private List<String> shown() throws SQLException {
        return Sql.of("""
                        select concat_ws(' ', authority_key, period_key, kpi_code, basis, breakdown, category,
                            numerator, denominator, round(value, 3), status, is_public, release_from > 1)
                        from kpi.breakdown_value
                        where release_to is null
                        union all
                        select concat_ws(' ', authority_key, period_key, kpi_code, basis) from kpi.public_cell
                        union all
                        select concat(to_jsonb(judgement) - 'release_from', release_from > 1)
                        from kpi.judgement
                        where release_to is null
                        order by 1
                        """).list(connection, row -> row.getString(1));
    }

    private void publishTwice(Random random, Attack attack, String... afterwards) throws SQLException {
        figures(random);
        publish(attack, FIRST_RELEASE, afterwards);
        int changed = changes(random);
        publish(attack, LAST, afterwards);
        for (int authority : AUTHORITIES) {
            for (int month = index(FIRST); month <= index(FIRST_RELEASE); month++) {
                if (month % 12 != changed) {
                    attack.isUnchanged(Integer.toString(authority), "REREF_12M_PCT", month);
                }
                attack.isUnchanged(Integer.toString(authority), "REF_RATE", month);
            }
        }
    }

    private void figures(Random random) throws SQLException {
        for (int authority : AUTHORITIES) {
            Sql.of("insert into core.dim_authority values (" + authority + ", '" + authority
                            + "', 'E', 'Name', 'R', 'R'," + " 'R', 'MD', '2009-01-01', '9999-12-31', true)")
                    .execute(connection);
            facts.population(authority, 2024, 10_000)
                    .neighbours(
                            "2025",
                            authority,
                            Arrays.stream(AUTHORITIES)
                                    .filter(other -> other != authority)
                                    .toArray());
            covers(authority, FIRST.minusYears(1), FIRST_RELEASE);
            events(random, authority);
        }
        Sql.file(PublicFiguresTest.class, "categories.sql").execute(connection);
    }

    /** More months, and others in one month of each year; which is the answer. */
    private int changes(Random random) throws SQLException {
        for (int authority : AUTHORITIES) {
            covers(authority, FIRST_RELEASE.plusMonths(1), LAST);
        }
        int changed = random.nextInt(9);
        Sql.of("""
                        update core.fact_referral
                        set is_rereferral_12m = not is_rereferral_12m
                        where extract(month from referral_date) = 1 + :changed and referral_no % 5 = 0
                        """).with("changed", changed).execute(connection);
        return changed;
    }

    private void covers(int authority, YearMonth from, YearMonth to) throws SQLException {
        for (String entity : List.of("referral", "care_episode", "asylum_seeker")) {
            facts.covers(authority, entity, from, to);
        }
    }

    /** Of every size: KPIs that are shown by months, by quarters, by years and not at all. */
    private void events(Random random, int authority) throws SQLException {
        int referrals = size(random, 4, 20, 60);
        int starts = size(random, 1, 3, 30);
        int lookedAfter = 20 + random.nextInt(20);
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            String day = month.atDay(15).toString();
            int repeated = random.nextInt(1 + referrals / 2);
            add(CountedFact.REFERRAL, authority, repeated, Map.of("referral_date", day, "is_rereferral_12m", "true"));
            add(CountedFact.REFERRAL, authority, random.nextInt(1 + referrals), Map.of("referral_date", day));
            int started = random.nextInt(1 + starts);
            add(CountedFact.CARE_EPISODE, authority, started, Map.of("start_date", day, "is_care_start", "true"));
            int ended = 0;
            for (String reason : List.of("E11", "E45", "E4A")) {
                int times = Math.min(random.nextInt(1 + starts / 2 + 1), lookedAfter - ended);
                add(
                        CountedFact.CARE_EPISODE,
                        authority,
                        times,
                        Map.of("end_date", day, "is_care_end", "true", "end_reason", reason));
                ended += times;
            }
            lookedAfter += started - ended;
            add(
                    CountedFact.CHILD_MONTH,
                    authority,
                    lookedAfter,
                    Map.of("period_key", Integer.toString(key(month)), "is_looked_after", "true"));
        }
    }

    private void add(CountedFact fact, int authority, int times, Map<String, String> columns) throws SQLException {
        if (times > 0) {
            facts.add(fact, authority, times, columns);
        }
    }

    private static int size(Random random, int... sizes) {
        return sizes[random.nextInt(sizes.length)];
    }

    private void publish(Attack attack, YearMonth last, String... afterwards) throws SQLException {
        Publish.run(connection, measured(), Release.TONIGHT);
        for (String statement : afterwards) {
            Sql.of(statement).execute(connection);
        }
        connection.commit();
        attack.read(connection, index(FIRST), index(last));
        onBreakdowns.read(connection);
    }

    private long measured() throws SQLException {
        connection.setAutoCommit(false);
        facts.changed();
        Measure.run(connection, CATALOGUE, Arrays.stream(AUTHORITIES).boxed().collect(Collectors.toList()));
        Compare.run(connection, CATALOGUE);
        return Release.create(connection);
    }

    private long shareShown() throws SQLException {
        return rows("""
                        select 100 * count(*) filter (where status <> 'suppressed') / count(*)
                        from mart_public.scorecard
                        where kpi_code in ('REF_RATE', 'REREF_12M_PCT', 'CLA_RATE', 'CLA_START_RATE', 'ADOPT_PCT')
                        """);
    }

    private long rows(String query) throws SQLException {
        return Sql.of(query).first(connection, row -> row.getLong(1)).orElseThrow();
    }

    private static int index(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static int key(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
