package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A referral and what came of it, up to the closure of the case: what the census calls a CIN episode.
 *
 * @param closed far in the future when the referral opened no case
 * @param opening how the referral was written down
 * @param closing how the closure was
 */
record Case(
        LocalDate referred,
        String source,
        String need,
        boolean isNfa,
        LocalDate closed,
        String closureReason,
        List<Assessment> assessments,
        List<Enquiry> enquiries,
        List<Plan> plans,
        Recording opening,
        Recording closing) {
    boolean isKnownIn(YearMonth month) {
        return opening.holdsIn(month);
    }

    boolean isKnownClosedIn(YearMonth month) {
        return closing.holdsIn(month);
    }

    /** The day of referral as the delivery of {@code month} has it: the other tables name the case by it. */
    LocalDate referredIn(YearMonth month) {
        return opening.dateIn(month, referred);
    }

    /** When the next referral of the child may come. */
    LocalDate over() {
        return isNfa ? referred : closed;
    }
}
