package uk.csw.pipeline.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.csw.pipeline.calendar.AcademicYear;
import uk.csw.pipeline.calendar.FinancialYear;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.calendar.Quarter;
import uk.csw.pipeline.postgres.Sql;

/** The months of the calendar with all their names, as rows of {@code core.dim_period}. */
final class Months {
    private final List<YearMonth> months;

    Months(LocalDate first, LocalDate last) {
        YearMonth end = YearMonth.from(last);
        months = Stream.iterate(YearMonth.from(first), month -> !month.isAfter(end), month -> month.plusMonths(1))
                .toList();
    }

    Sql insert() {
        return Sql.file(Months.class, "dim_period.sql")
                .with("period_keys", each(PeriodKey::of))
                .with("period_labels", each(Months::label))
                .with("month_starts", each(month -> month.atDay(1).toString()))
                .with("quarter_labels", each(month -> Quarter.of(month).label()))
                .with(
                        "quarter_starts",
                        each(month -> Quarter.of(month).firstMonth().atDay(1).toString()))
                .with("financial_years", each(month -> FinancialYear.of(month).label()))
                .with(
                        "financial_year_ends",
                        each(month -> FinancialYear.of(month).endYear()))
                .with("months_of_financial_year", each(FinancialYear::monthNumber))
                .with("academic_years", each(month -> AcademicYear.of(month).label()));
    }

    private <T> List<T> each(Function<YearMonth, T> column) {
        return months.stream().map(column).toList();
    }

    /** For example {@code September 2026}. */
    private static String label(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + month.getYear();
    }
}
