package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

class MeasureTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final int RUTLAND = 857;
    private static final int ROTHERHAM = 372;

    @TempDir
    Path folder;

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
    void the_year_ending_march_divides_by_the_mid_year_before_and_later_years_are_provisional() throws SQLException {
        covers(RUTLAND, "2023-04", "2026-06");
        facts.population(RUTLAND, 2023, 8000).population(RUTLAND, 2024, 8012);

        Measure.run(connection, CATALOGUE, List.of(RUTLAND));

        assertThat(figure("CLA_RATE", RUTLAND, 202403, "annual")).isEqualTo("0/8000=0 measured");
        assertThat(figure("CLA_RATE", RUTLAND, 202404, "snapshot")).isEqualTo("0/8012=0 measured");
        assertThat(figure("CLA_RATE", RUTLAND, 202503, "snapshot")).isEqualTo("0/8012=0 measured");
        assertThat(figure("CLA_RATE", RUTLAND, 202504, "snapshot")).isEqualTo("0/8012=0 measured provisional");
        assertThat(figure("CLA_RATE", RUTLAND, 202606, "snapshot")).isEqualTo("0/8012=0 measured provisional");
        assertThat(figure("CLA_START_RATE", RUTLAND, 202606, "month")).isEqualTo("0/-=0 measured");
    }

    @Test
    void quarters_stand_at_their_last_month_years_at_march_and_everything_else_at_every_month() throws SQLException {
        covers(RUTLAND, "2025-04", "2026-03");

        Measure.run(connection, CATALOGUE, List.of(RUTLAND));

        assertThat(periods("CLA_START_RATE", "quarter")).containsExactly(202506, 202509, 202512, 202603);
        assertThat(periods("CLA_START_RATE", "annual")).containsExactly(202603);
        assertThat(periods("CLA_START_RATE", "ytd")).hasSize(12);
        assertThat(periods("CLA_RATE", "snapshot")).hasSize(12);
        assertThat(periods("CL_SUIT_PCT", "r12")).isEmpty();
    }

    @Test
    void other_authorities_keep_what_is_published_and_what_was_measured_but_not_published_is_measured_again()
            throws SQLException {
        covers(RUTLAND, "2025-04", "2025-06");
        covers(ROTHERHAM, "2025-04", "2025-06");
        Measure.run(connection, CATALOGUE, List.of(RUTLAND));
        facts.add(CountedFact.CHILD_MONTH, RUTLAND, 7, looked("202506"));

        long figures = Measure.run(connection, CATALOGUE, List.of(ROTHERHAM));

        assertThat(figure("CLA_RESID_PCT", RUTLAND, 202506, "snapshot")).isEqualTo("0/7=0 too_few");
        assertThat(figure("CLA_RESID_PCT", ROTHERHAM, 202506, "snapshot")).isEqualTo("0/0=- no_data");
        assertThat(figures).isEqualTo(count("kpi.candidate_value"));
    }

    @Test
    void measuring_twice_gives_the_same_and_nothing_covered_gives_nothing() throws SQLException {
        covers(RUTLAND, "2025-04", "2025-06");
        Measure.run(connection, CATALOGUE, List.of(RUTLAND));
        connection.commit();
        long first = count("kpi.candidate_value");

        Measure.run(connection, CATALOGUE, List.of(RUTLAND, RUTLAND));

        assertThat(count("kpi.candidate_value")).isEqualTo(first);
        assertThat(Measure.run(connection, CATALOGUE, List.of(RUTLAND, 999))).isEqualTo(first);
        assertThat(count("kpi.candidate_authority")).isEqualTo(2);
    }

    @Test
    void in_parts_the_figures_are_the_same_as_at_once() throws SQLException {
        covers(RUTLAND, "2024-04", "2026-03");
        covers(ROTHERHAM, "2024-04", "2026-03");
        facts.population(RUTLAND, 2024, 8012).population(ROTHERHAM, 2024, 58_000);
        facts.add(CountedFact.CHILD_MONTH, RUTLAND, 7, looked("202506"));
        facts.add(CountedFact.CHILD_MONTH, ROTHERHAM, 40, looked("202506"));
        Measure.run(connection, CATALOGUE, List.of(RUTLAND, ROTHERHAM));
        connection.commit();
        List<String> atOnce = candidates();

        List<Set<Integer>> groups = Measure.begin(connection, CATALOGUE, List.of(RUTLAND, ROTHERHAM), 2);
        connection.commit();
        assertThat(count("kpi.candidate_value")).isZero();
        for (Set<Integer> group : groups) {
            Measure.part(connection, CATALOGUE, group);
            connection.commit();
        }

        assertThat(groups).containsExactly(Set.of(ROTHERHAM), Set.of(RUTLAND));
        assertThat(Measure.end(connection)).isEqualTo(atOnce.size());
        assertThat(candidates()).isEqualTo(atOnce).contains("857 CLA_RATE snapshot 202506 7");
    }

    @Test
    void it_refuses_to_run_without_a_transaction() throws SQLException {
        connection.setAutoCommit(true);

        assertThatThrownBy(() -> Measure.run(connection, CATALOGUE, List.of(RUTLAND)))
                .hasMessage("Measuring needs a transaction");
        assertThat(count("kpi.candidate_authority")).isZero();
    }

    @Test
    void an_outcome_that_is_not_known_yet_is_immature() throws SQLException {
        KpiCatalogue slow = new KpiFiles(folder)
                .write("SLOW_N", KpiFiles.COUNT.formatted("SLOW_N").replace("bases:", "maturity_days: 45\nbases:"))
                .load();
        covers(RUTLAND, "2025-04", "2025-06");

        Measure.run(connection, slow, List.of(RUTLAND));

        assertThat(figure("SLOW_N", RUTLAND, 202504, "month")).isEqualTo("0/-=0 measured");
        assertThat(figure("SLOW_N", RUTLAND, 202505, "month")).isEqualTo("0/-=0 immature");
    }

    @Test
    void a_kpi_has_figures_from_its_first_valid_month_to_its_last_and_does_not_apply_outside() throws SQLException {
        KpiCatalogue dated = new KpiFiles(folder)
                .write(
                        "DATED_N",
                        KpiFiles.COUNT
                                .formatted("DATED_N")
                                .replace("bases:", "valid_from: 2025-05\nvalid_to: 2025-06\nbases:"))
                .load();
        covers(RUTLAND, "2025-04", "2025-08");

        Measure.run(connection, dated, List.of(RUTLAND));

        assertThat(periods("DATED_N", "month")).containsExactly(202504, 202505, 202506, 202507, 202508);
        assertThat(figure("DATED_N", RUTLAND, 202504, "month")).isEqualTo("-/-=- not_applicable");
        assertThat(figure("DATED_N", RUTLAND, 202505, "month")).isEqualTo("0/-=0 measured");
        assertThat(figure("DATED_N", RUTLAND, 202506, "month")).isEqualTo("0/-=0 measured");
        assertThat(figure("DATED_N", RUTLAND, 202507, "month")).isEqualTo("-/-=- not_applicable");
    }

    @Test
    void a_mean_adds_up_over_months_and_years_and_leaves_out_what_is_not_known() throws SQLException {
        KpiCatalogue mean = new KpiFiles(folder)
                .write(
                        "STAY_DAYS",
                        KpiFiles.COUNT
                                .formatted("STAY_DAYS")
                                .replace("unit: count", "unit: days")
                                .replace("where: is_care_start", "sum_of: end_date - start_date")
                                .replace(
                                        "bases: [month]",
                                        "denominator: {text: Starts, where: is_care_start}\nwindow_years: 3\nbases: [r12]")
                                .replace("basis: month", "basis: r12"))
                .load();
        covers(RUTLAND, "2022-05", "2025-05");
        stay("2022-05-01", "2022-05-11");
        stay("2022-06-01", "2022-06-21");
        stay("2025-04-01", "2025-05-01");
        facts.add(CountedFact.CARE_EPISODE, RUTLAND, 5, Map.of("is_care_start", "true", "start_date", "2025-04-01"));

        Measure.run(connection, mean, List.of(RUTLAND));

        assertThat(figure("STAY_DAYS", RUTLAND, 202503, "r12")).isEqualTo("-/-=- not_available");
        assertThat(figure("STAY_DAYS", RUTLAND, 202504, "r12")).isEqualTo("60/3=20 measured");
        assertThat(figure("STAY_DAYS", RUTLAND, 202505, "r12")).isEqualTo("50/2=25 measured");
    }

    private void stay(String start, String end) throws SQLException {
        facts.add(
                CountedFact.CARE_EPISODE,
                RUTLAND,
                1,
                Map.of("is_care_start", "true", "start_date", start, "end_date", end));
    }

    @Test
    void a_median_is_taken_over_the_events_of_the_whole_window_not_over_months() throws SQLException {
        KpiCatalogue median = new KpiFiles(folder)
                .write(
                        "STAY_DAYS",
                        KpiFiles.COUNT
                                .formatted("STAY_DAYS")
                                .replace("unit: count", "unit: days")
                                .replace("date: start_date", "date: end_date")
                                .replace("where: is_care_start", "median_of: end_date - start_date")
                                .replace(
                                        "bases: [month]",
                                        "denominator: {text: Ends, where: is_care_end}\nbases: [month, ytd]"))
                .load();
        covers(RUTLAND, "2025-04", "2025-06");
        for (String[] stay : new String[][] {
            {"2025-04-01", "2025-04-11"},
            {"2025-04-01", "2025-05-01"},
            {"2025-04-01", "2025-05-21"},
            {"2025-04-01", "2025-05-31"}
        }) {
            facts.add(
                    CountedFact.CARE_EPISODE,
                    RUTLAND,
                    1,
                    Map.of("is_care_end", "true", "start_date", stay[0], "end_date", stay[1]));
        }

        Measure.run(connection, median, List.of(RUTLAND));

        assertThat(figure("STAY_DAYS", RUTLAND, 202504, "month")).isEqualTo("-/1=10 measured");
        assertThat(figure("STAY_DAYS", RUTLAND, 202505, "month")).isEqualTo("-/3=50 measured");
        assertThat(figure("STAY_DAYS", RUTLAND, 202505, "ytd")).isEqualTo("-/4=40 measured");
        assertThat(figure("STAY_DAYS", RUTLAND, 202506, "month")).isEqualTo("-/0=- no_data");
    }

    @Test
    void the_first_version_of_a_definition_is_current_at_once_a_later_one_when_it_is_published() throws SQLException {
        String text = KpiFiles.COUNT.formatted("ONE_N");
        KpiCatalogue first =
                new KpiFiles(folder.resolve("a")).write("ONE_N", text).load();
        KpiCatalogue second = new KpiFiles(folder.resolve("b"))
                .write("ONE_N", text.replace("text: Starts", "text: Starts of care"))
                .load();
        covers(RUTLAND, "2025-04", "2025-04");

        Measure.run(connection, first, List.of(RUTLAND));
        Measure.run(connection, second, List.of(RUTLAND));

        assertThat(Sql.of("select numerator_text from kpi.definition where is_current")
                        .list(connection, row -> row.getString(1)))
                .containsExactly("Starts");
        assertThat(count("kpi.definition")).isEqualTo(2);
    }

    private void covers(int authority, String from, String to) throws SQLException {
        facts.covers(authority, "care_episode", YearMonth.parse(from), YearMonth.parse(to));
    }

    private List<String> candidates() throws SQLException {
        return Sql.of(
                        "select concat_ws(' ', authority_key, kpi_code, basis, period_key, numerator) from kpi.candidate_value"
                                + " order by authority_key, kpi_code, basis, period_key")
                .list(connection, row -> row.getString(1));
    }

    private static Map<String, String> looked(String period) {
        return Map.of("period_key", period, "is_looked_after", "true");
    }

    private String figure(String kpi, int authority, int period, String basis) throws SQLException {
        return Sql.of("""
                        select coalesce(numerator::text, '-') || '/' || coalesce(denominator::text, '-') || '='
                            || coalesce(trim_scale(value)::text, '-') || ' ' || status
                            || case when is_provisional then ' provisional' else '' end
                        from kpi.candidate_value
                        where kpi_code = :kpi and authority_key = :authority and period_key = :period and basis = :basis
                        """)
                .with("kpi", kpi)
                .with("authority", authority)
                .with("period", period)
                .with("basis", basis)
                .first(connection, row -> row.getString(1))
                .orElse("none");
    }

    private List<Integer> periods(String kpi, String basis) throws SQLException {
        return Sql.of("select period_key from kpi.candidate_value where kpi_code = :kpi and basis = :basis order by 1")
                .with("kpi", kpi)
                .with("basis", basis)
                .list(connection, row -> row.getInt(1));
    }

    private long count(String table) throws SQLException {
        return Sql.of("select count(*) from " + table)
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }
}
