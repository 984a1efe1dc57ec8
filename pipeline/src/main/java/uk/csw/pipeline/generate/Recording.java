package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What the authority's system says of one event, month by month.
 *
 * @param knownFrom the first month whose delivery holds it
 * @param withdrawnIn the first month whose delivery no longer holds it
 * @param firstDate the date shown until it is corrected
 * @param correctedIn the first month whose delivery shows the true date
 */
record Recording(YearMonth knownFrom, YearMonth withdrawnIn, LocalDate firstDate, YearMonth correctedIn) {
    static final YearMonth NEVER = YearMonth.of(9999, 12);

    boolean holdsIn(YearMonth month) {
        return !month.isBefore(knownFrom) && month.isBefore(withdrawnIn);
    }

    LocalDate dateIn(YearMonth month, LocalDate trueDate) {
        return month.isBefore(correctedIn) ? firstDate : trueDate;
    }
}
