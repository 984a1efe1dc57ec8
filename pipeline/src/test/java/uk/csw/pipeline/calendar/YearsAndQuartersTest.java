package uk.csw.pipeline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsAndQuartersTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03, 2025/26, 12, Q4 2025/26, 2025/26",
        "2026-04, 2026/27, 1, Q1 2026/27, 2025/26",
        "2026-06, 2026/27, 3, Q1 2026/27, 2025/26",
        "2026-08, 2026/27, 5, Q2 2026/27, 2025/26",
        "2026-09, 2026/27, 6, Q2 2026/27, 2026/27",
        "2026-12, 2026/27, 9, Q3 2026/27, 2026/27",
        "2027-01, 2026/27, 10, Q4 2026/27, 2026/27",
        "1999-04, 1999/00, 1, Q1 1999/00, 1998/99",
    })
    void a_month_knows_its_years_and_its_quarter(
            YearMonth month, String financialYear, int number, String quarter, String academicYear) {
        assertThat(FinancialYear.of(month).label()).isEqualTo(financialYear);
        assertThat(FinancialYear.monthNumber(month)).isEqualTo(number);
        assertThat(Quarter.of(month).label()).isEqualTo(quarter);
        assertThat(AcademicYear.of(month).label()).isEqualTo(academicYear);
    }

    @Test
    void a_financial_year_runs_from_april_to_march() {
        FinancialYear year = FinancialYear.of(YearMonth.of(2027, 3));

        assertThat(year.firstMonth()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(year.lastMonth()).isEqualTo(YearMonth.of(2027, 3));
        assertThat(year.endYear()).isEqualTo(2027);
    }

    @Test
    void a_quarter_has_three_months() {
        Quarter quarter = Quarter.of(YearMonth.of(2027, 2));

        assertThat(quarter.firstMonth()).isEqualTo(YearMonth.of(2027, 1));
        assertThat(quarter.lastMonth()).isEqualTo(YearMonth.of(2027, 3));
        assertThatThrownBy(() -> new Quarter(quarter.year(), 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_period_key_is_the_month_as_a_number() {
        assertThat(PeriodKey.of(YearMonth.of(2026, 9))).isEqualTo(202609);
        assertThat(PeriodKey.month(202609)).isEqualTo(YearMonth.of(2026, 9));
        assertThatThrownBy(() -> PeriodKey.month(202613)).isInstanceOf(DateTimeException.class);
    }
}
