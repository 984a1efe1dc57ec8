package uk.csw.pipeline.calendar;

import java.time.Month;
import java.time.YearMonth;

/**
 * A financial year, 1 April to 31 March.
 *
 * @param startYear the calendar year in which it starts: 2026 for 2026/27
 */
public record FinancialYear(int startYear) {
    /** The financial year that holds {@code month}. */
    public static FinancialYear of(YearMonth month) {
        return new FinancialYear(
                month.getMonthValue() >= Month.APRIL.getValue() ? month.getYear() : month.getYear() - 1);
    }

    /** The year in which it ends, by which the Department for Education names it: "year ending 31 March 2027". */
    public int endYear() {
        return startYear + 1;
    }

    /** April. */
    public YearMonth firstMonth() {
        return YearMonth.of(startYear, Month.APRIL);
    }

    /** March. */
    public YearMonth lastMonth() {
        return YearMonth.of(endYear(), Month.MARCH);
    }

    /** Number of {@code month} in its financial year: 1 for April to 12 for March. */
    public static int monthNumber(YearMonth month) {
        return (month.getMonthValue() + 8) % 12 + 1;
    }

    /** For example {@code 2026/27}. */
    public String label() {
        return YearLabel.of(startYear);
    }
}
