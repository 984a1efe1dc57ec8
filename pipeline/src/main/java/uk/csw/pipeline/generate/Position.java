package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import uk.csw.pipeline.calendar.FinancialYear;

/** Where a delivery stands: it holds 1 April to the last day of its month. */
record Position(YearMonth month) {
    /** The last day the delivery knows of. */
    LocalDate date() {
        return month.atEndOfMonth();
    }

    LocalDate yearStart() {
        return FinancialYear.of(month).firstMonth().atDay(1);
    }

    /** The year in which the delivery's financial year ends. */
    int financialYear() {
        return FinancialYear.of(month).endYear();
    }

    boolean inYear(LocalDate day) {
        return !day.isBefore(yearStart()) && !day.isAfter(date());
    }

    /** The March that closes the financial year of a month: everything that happened in the year is known by then. */
    static YearMonth yearEnd(YearMonth month) {
        return FinancialYear.of(month).lastMonth();
    }
}
