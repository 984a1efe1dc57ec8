package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Figures divided by age, sex, need and the like. */
class BreakdownTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final int RUTLAND = 857;

    private Connection connection;
    private FactRows facts;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        facts = new FactRows(connection).reference();
        facts.population(RUTLAND, 2023, 8000);
        for (String entity : List.of("care_episode", "referral")) {
            facts.covers(RUTLAND, entity, YearMonth.of(2022, 4), YearMonth.of(2025, 5));
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_position_is_divided_and_what_is_not_known_is_a_category() throws SQLException {
        lookedAfter(3, Map.of("age", "0", "sex", "F", "placement_type", "U1", "is_asylum_seeker", "true"));
        lookedAfter(2, Map.of("age", "15", "sex", "M", "placement_type", "K2"));
        lookedAfter(1, Map.of("age", "16", "sex", "M", "placement_type", "U6"));
        lookedAfter(4, Map.of("sex", ""));

        assertThat(parts("CLA_RATE", "snapshot", "age"))
                .containsExactly("10 to 15: 2/-=2", "16 and over: 1/-=1", "not recorded: 4/-=4", "under 1: 3/-=3");
        assertThat(parts("CLA_RATE", "snapshot", "is_asylum_seeker")).containsExactly("no: 7/-=7", "yes: 3/-=3");
        assertThat(parts("CLA_FOSTER_PCT", "snapshot", "sex"))
                .containsExactly("F: 3/3=100", "M: 1/3=33.33", "not recorded: 0/4=0");
    }

    @Test
    void a_child_that_leaves_care_twice_in_a_year_is_in_the_category_of_the_last_time() throws SQLException {
        Map<String, String> end = Map.of("is_care_end", "true");
        facts.add(
                CountedFact.CARE_EPISODE,
                RUTLAND,
                1,
                with(end, "end_date", "2024-06-01", "next_end_period", "202502", "age_at_end", "9"));
        facts.add(CountedFact.CARE_EPISODE, RUTLAND, 1, with(end, "end_date", "2025-02-01", "age_at_end", "10"));

        assertThat(parts("CLA_CEASE_RATE", "annual", "age_at_end")).containsExactly("10 to 15: 1/-=1");
    }

    @Test
    void the_newest_month_and_the_quarter_ends_of_a_year_are_divided() throws SQLException {
        for (YearMonth month = YearMonth.of(2023, 4);
                month.isBefore(YearMonth.of(2025, 6));
                month = month.plusMonths(1)) {
            facts.add(
                    CountedFact.CHILD_MONTH,
                    RUTLAND,
                    1,
                    Map.of("period_key", Integer.toString(FactRows.key(month)), "is_looked_after", "true"));
        }
        measure();

        assertThat(
                        list(
                                "select distinct period_key from kpi.candidate_breakdown where kpi_code = 'CLA_RATE' order by 1"))
                .containsExactly("202406", "202409", "202412", "202503", "202505");
    }

    @Test
    void the_categories_of_every_breakdown_add_up_to_the_figure() throws SQLException {
        Random random = new Random(7);
        for (YearMonth month = YearMonth.of(2023, 4);
                month.isBefore(YearMonth.of(2025, 6));
                month = month.plusMonths(1)) {
            for (int child = 0; child < 12; child++) {
                String day = month.atDay(1 + random.nextInt(28)).toString();
                facts.add(CountedFact.REFERRAL, RUTLAND, 1, anything(random, Map.of("referral_date", day)));
                facts.add(
                        CountedFact.CARE_EPISODE,
                        RUTLAND,
                        1,
                        anything(random, Map.of("start_date", day, "end_date", day)));
                facts.add(
                        CountedFact.CHILD_MONTH,
                        RUTLAND,
                        1,
                        anything(random, Map.of("period_key", Integer.toString(FactRows.key(month)))));
            }
        }
        measure();

        assertThat(list("select distinct kpi_code from kpi.candidate_breakdown"))
                .hasSizeGreaterThan(15);
        assertThat(list("""
                        select concat_ws(' ', kpi_code, period_key, basis, breakdown, sum(part.numerator),
                            sum(part.denominator), 'of', figure.numerator, figure.denominator)
                        from kpi.candidate_breakdown as part
                        join kpi.candidate_value as figure using (authority_key, kpi_code, period_key, basis)
                        join kpi.definition as definition using (kpi_code, definition_version)
                        group by kpi_code, period_key, basis, breakdown, figure.numerator, figure.denominator, definition.unit
                        having sum(part.numerator) <> figure.numerator
                            or (definition.unit <> 'per_10000' and sum(part.denominator) <> figure.denominator)
                        """)).isEmpty();
    }

    /** Every column that the row may have, true or false, of some category or not known. */
    private static Map<String, String> anything(Random random, Map<String, String> dates) {
        CountedFact fact = dates.containsKey("referral_date")
                ? CountedFact.REFERRAL
                : dates.containsKey("period_key") ? CountedFact.CHILD_MONTH : CountedFact.CARE_EPISODE;
        Map<String, String> row = new TreeMap<>(dates);
        fact.columns().forEach((column, type) -> {
            if (dates.containsKey(column) || column.equals("placement_group") || column.endsWith("_period")) {
                return;
            }
            switch (type) {
                case FLAG -> row.put(column, Boolean.toString(random.nextInt(4) > 0));
                case NUMBER -> row.put(column, Integer.toString(random.nextInt(18)));
                case TEXT ->
                    row.put(
                            column,
                            List.of("U1", "U6", "K2", "PR1", "E11", "E45").get(random.nextInt(6)));
                case DATE -> {}
            }
        });
        row.remove("is_short_break");
        row.remove("is_impossible");
        return row;
    }

    private void lookedAfter(int children, Map<String, String> columns) throws SQLException {
        facts.add(
                CountedFact.CHILD_MONTH,
                RUTLAND,
                children,
                with(columns, "period_key", "202505", "is_looked_after", "true"));
    }

    private static Map<String, String> with(Map<String, String> columns, String... more) {
        Map<String, String> all = new TreeMap<>(columns);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private List<String> parts(String kpi, String basis, String breakdown) throws SQLException {
        measure();
        return Sql.of("""
                        select category || ': ' || numerator || '/' || coalesce(denominator::text, '-') || '='
                            || trim_scale(round(value, 2))
                        from kpi.candidate_breakdown
                        where kpi_code = :kpi and basis = :basis and breakdown = :breakdown
                        order by period_key, category
                        """)
                .with("kpi", kpi)
                .with("basis", basis)
                .with("breakdown", breakdown)
                .list(connection, row -> row.getString(1));
    }

    private void measure() throws SQLException {
        Measure.run(connection, CATALOGUE, List.of(RUTLAND));
    }

    private List<String> list(String query) throws SQLException {
        return Sql.of(query).list(connection, row -> row.getString(1));
    }
}
