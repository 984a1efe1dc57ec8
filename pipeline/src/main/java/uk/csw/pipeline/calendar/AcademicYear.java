package uk.csw.pipeline.calendar;

import java.time.Month;
import java.time.YearMonth;

/**
 * An academic year, 1 September to 31 August.
 *
 * @param startYear the calendar year in which it starts
 */
public record AcademicYear(int startYear) {
    /** The academic year that holds {@code month}. */
    public static AcademicYear of(YearMonth month) {
        return new AcademicYear(
                month.getMonthValue() >= Month.SEPTEMBER.getValue() ? month.getYear() : month.getYear() - 1);
    }

    /** For example {@code 2026/27}. */
    public String label() {
        return YearLabel.of(startYear);
    }
}
