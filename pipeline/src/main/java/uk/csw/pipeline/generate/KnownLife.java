package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One child as one delivery shows it: what its system holds on the day, cut to the financial year so far. */
final class KnownLife {
    private final Life life;
    private final Position position;
    private final Practice practice;
    private final List<KnownPeriod> periods = new ArrayList<>();
    private final List<Leaver> leavers = new ArrayList<>();

    KnownLife(Life life, Position position, Practice practice) {
        this.life = life;
        this.position = position;
        this.practice = practice;
        if (position.month().isBefore(life.withdrawnIn())) {
            for (PeriodOfCare period : life.periods()) {
                List<Episode> episodes = period.knownIn(position.month());
                if (!episodes.isEmpty()) {
                    periods.add(new KnownPeriod(period.stay(), episodes));
                }
            }
            life.leavers().stream()
                    .filter(leaver -> position.inYear(leaver.birthday()))
                    .forEach(leavers::add);
        }
    }

    Life life() {
        return life;
    }

    Child child() {
        return life.child();
    }

    Position position() {
        return position;
    }

    Practice practice() {
        return practice;
    }

    /** The periods of care that have begun, as far as is known. */
    List<KnownPeriod> periods() {
        return periods;
    }

    /** The birthdays of the year so far on which the young person was a care leaver. */
    List<Leaver> leavers() {
        return leavers;
    }

    /** The episodes of the delivery: open, or ended in the year. */
    List<Episode> episodes() {
        List<Episode> delivered = new ArrayList<>();
        for (KnownPeriod period : periods) {
            for (Episode episode : period.episodes()) {
                if (lasted(episode)) {
                    delivered.add(episode);
                }
            }
        }
        return delivered;
    }

    boolean isLookedAfterInYear() {
        return periods.stream().anyMatch(period -> lasted(period.last()));
    }

    boolean isDelivered() {
        return isLookedAfterInYear() || !leavers.isEmpty();
    }

    /** Whether at some month end of the year so far the child had been looked after for twelve months on end. */
    boolean isSettledInYear() {
        for (KnownPeriod period : periods) {
            Episode last = period.last();
            LocalDate until =
                    last.end().filter(end -> end.isBefore(position.date())).orElse(position.date());
            boolean isLong = !period.start().plusMonths(12).isAfter(until);
            if (isLong && lasted(last) && last.counts()) {
                return true;
            }
        }
        return false;
    }

    private boolean lasted(Episode episode) {
        return episode.end().map(end -> !end.isBefore(position.yearStart())).orElse(true);
    }
}
