package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/** The end of a period of care; {@code firstReason} is shown until the recording is corrected. */
record Ending(LocalDate date, String reason, String firstReason, YearMonth reasonCorrectedIn, Recording recording) {
    String reasonIn(YearMonth month) {
        return month.isBefore(reasonCorrectedIn) ? firstReason : reason;
    }
}
