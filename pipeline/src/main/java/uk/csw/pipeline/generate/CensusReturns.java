package uk.csw.pipeline.generate;

import java.time.Month;
import java.time.YearMonth;

/** When the children in need census is delivered beside the return of looked-after children. */
public enum CensusReturns {
    NEVER,
    /** Once a year, as the law asks, and in the newest month so that the year so far can be seen. */
    YEAR_ENDS_AND_LAST,
    EVERY_MONTH;

    boolean isDelivered(YearMonth month, YearMonth last) {
        return switch (this) {
            case NEVER -> false;
            case YEAR_ENDS_AND_LAST -> month.getMonth() == Month.MARCH || month.equals(last);
            case EVERY_MONTH -> true;
        };
    }
}
