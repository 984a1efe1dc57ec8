package uk.csw.pipeline.kpi;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;

/** How a figure is accumulated, and at which months there is one. */
public enum Basis {
    /** Events of the month; every month. */
    MONTH,
    /** Events of the three months of a quarter; published at its last month only (June, September, December, March). */
    QUARTER,
    /** Events from April to the end of the month; every month. */
    YTD,
    /** Events of the twelve months that end with this one; every month. */
    R12,
    /** The position on the last day of the month; every month. */
    SNAPSHOT,
    /** The year's events, or the position at its end; at one month of the year only, March unless the KPI says otherwise. */
    ANNUAL;

    /** The word used in configuration, tables and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The basis called {@code word}. */
    public static Basis of(String word) {
        return Arrays.stream(values())
                .filter(basis -> basis.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No basis is called " + word));
    }

    /** Whether there is a figure of this basis at {@code month}, of a year that ends in March. */
    boolean existsAt(YearMonth month) {
        return switch (this) {
            case MONTH, YTD, R12, SNAPSHOT -> true;
            case QUARTER -> month.getMonthValue() % 3 == 0;
            case ANNUAL -> month.getMonthValue() == 3;
        };
    }

    /** The first month of the events that the figure at {@code month} sums over. */
    public YearMonth firstMonth(YearMonth month) {
        return switch (this) {
            case MONTH, SNAPSHOT -> month;
            case QUARTER -> month.minusMonths(2);
            case YTD -> month.minusMonths((month.getMonthValue() + 8) % 12);
            case R12, ANNUAL -> month.minusMonths(11);
        };
    }
}
