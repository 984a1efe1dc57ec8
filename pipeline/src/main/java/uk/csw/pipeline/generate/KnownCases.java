package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** One referred child as one delivery of the census shows it: cases open in the financial year so far, or opened in it. */
final class KnownCases {
    private final ReferredChild referred;
    private final Position position;
    private final List<Case> cases = new ArrayList<>();

    KnownCases(ReferredChild referred, Position position) {
        this.referred = referred;
        this.position = position;
        if (month().isBefore(referred.withdrawnIn())) {
            referred.cases().stream().filter(this::isDelivered).forEach(cases::add);
        }
    }

    Child child() {
        return referred.child();
    }

    String disability() {
        return referred.disability();
    }

    Position position() {
        return position;
    }

    YearMonth month() {
        return position.month();
    }

    List<Case> cases() {
        return cases;
    }

    boolean isDelivered() {
        return !cases.isEmpty();
    }

    /** Whether something that is known to have ended, or not, belongs to the year so far. */
    boolean lasted(Recording ending, LocalDate end) {
        return !ending.holdsIn(month()) || !endIn(ending, end).isBefore(position.yearStart());
    }

    LocalDate endIn(Recording ending, LocalDate end) {
        return ending.dateIn(month(), end);
    }

    private boolean isDelivered(Case some) {
        if (!some.isKnownIn(month())) {
            return false;
        }
        return some.isNfa()
                ? !some.referredIn(month()).isBefore(position.yearStart())
                : lasted(some.closing(), some.closed());
    }
}
