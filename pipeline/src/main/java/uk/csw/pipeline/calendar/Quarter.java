package uk.csw.pipeline.calendar;

import java.time.YearMonth;

/**
 * A quarter of a financial year.
 *
 * @param number 1 for April to June, up to 4 for January to March
 */
public record Quarter(FinancialYear year, int number) {
    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("A quarter has a number from 1 to 4, not " + number);
        }
    }

    /** The quarter that holds {@code month}. */
    public static Quarter of(YearMonth month) {
        return new Quarter(FinancialYear.of(month), (FinancialYear.monthNumber(month) + 2) / 3);
    }

    public YearMonth firstMonth() {
        return year.firstMonth().plusMonths(3L * (number - 1));
    }

    public YearMonth lastMonth() {
        return firstMonth().plusMonths(2);
    }

    /** For example {@code Q2 2026/27}. */
    public String label() {
        return "Q" + number + " " + year.label();
    }
}
