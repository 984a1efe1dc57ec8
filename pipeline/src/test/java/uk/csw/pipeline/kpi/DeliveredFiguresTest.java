package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Figures that another service delivers, beside those that are counted. */
class DeliveredFiguresTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final int RUTLAND = 857;

    private Connection connection;
    private FactRows facts;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        facts = new FactRows(connection).reference().population(RUTLAND, 2023, 10_000);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void what_the_authority_counts_goes_before_what_is_delivered() throws SQLException {
        facts.covers(RUTLAND, "proceeding", YearMonth.of(2024, 1), YearMonth.of(2025, 3));
        facts.add(CountedFact.PROCEEDING, RUTLAND, 2, Map.of("application_date", "2025-01-10"));
        delivered("CARE_APP_RATE", "202403", "annual", "5");
        delivered("CARE_APP_RATE", "202503", "annual", "7");
        delivered("CARE_APP_RATE", "202303", "annual", "9");

        Measure.run(connection, CATALOGUE, List.of(RUTLAND));

        assertThat(figures("CARE_APP_RATE", "annual"))
                .as("not covered at all, covered for three months, covered for the year")
                .containsExactly("202303 9 measured", "202403 5 measured", "202503 2 measured");
    }

    @Test
    void a_year_ends_when_the_definition_says_so_and_other_months_have_no_annual_figure() throws SQLException {
        facts.covers(RUTLAND, "indicator", YearMonth.of(2024, 7), YearMonth.of(2025, 9));
        delivered("SW_VAC_PCT", "202409", "annual", "14");
        delivered("SW_VAC_PCT", "202503", "annual", "15");

        Measure.run(connection, CATALOGUE, List.of(RUTLAND));

        assertThat(figures("SW_VAC_PCT", "annual")).containsExactly("202409 14 measured", "202509 - not_available");
        assertThat(figures("ABS_OVERALL_PCT", "annual"))
                .containsExactly("202408 - not_available", "202508 - not_available");
        assertThat(figures("EHCP_20W_PCT", "annual")).containsExactly("202412 - not_available");
    }

    @Test
    void a_month_before_the_files_may_be_delivered_and_a_month_they_leave_out_is_not_nought() throws SQLException {
        facts.covers(RUTLAND, "indicator", YearMonth.of(2025, 4), YearMonth.of(2025, 5));
        delivered("SW_CASELOAD", "202412", "snapshot", "15.2");
        delivered("SW_CASELOAD", "202505", "snapshot", "16.1");

        Measure.run(connection, CATALOGUE, List.of(RUTLAND));

        assertThat(figures("SW_CASELOAD", "snapshot"))
                .containsExactly("202412 15.2 measured", "202504 - not_available", "202505 16.1 measured");
    }

    private void delivered(String kpi, String period, String basis, String value) throws SQLException {
        String number = kpi.endsWith("_RATE") ? "numerator" : "value";
        facts.add(
                CountedFact.INDICATOR,
                RUTLAND,
                1,
                Map.of("kpi_code", kpi, "period_key", period, "basis", basis, number, value));
    }

    private List<String> figures(String kpi, String basis) throws SQLException {
        return Sql.of("""
                        select period_key || ' ' || coalesce(trim_scale(value)::text, '-') || ' ' || status
                        from kpi.candidate_value
                        where kpi_code = :kpi and basis = :basis
                        order by period_key
                        """).with("kpi", kpi).with("basis", basis).list(connection, row -> row.getString(1));
    }
}
