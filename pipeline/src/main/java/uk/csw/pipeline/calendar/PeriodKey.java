package uk.csw.pipeline.calendar;

import java.time.DateTimeException;
import java.time.YearMonth;

/** A month as the database holds it: yyyymm as an integer, September 2026 is 202609. */
public final class PeriodKey {
    private PeriodKey() {}

    public static int of(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /**
     * The month of {@code periodKey}.
     *
     * @throws DateTimeException when it is no month
     */
    public static YearMonth month(int periodKey) {
        return YearMonth.of(periodKey / 100, periodKey % 100);
    }
}
