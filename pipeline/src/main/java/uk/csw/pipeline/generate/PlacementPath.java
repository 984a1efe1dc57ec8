package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * The placements of one period of care: moves at a pace that differs from child to child, and the turns that are
 * planned: long-term matching, supported accommodation at sixteen, adopters.
 */
final class PlacementPath {
    /** Supported accommodation took over from semi-independent living (H5) on this day. */
    static final LocalDate SUPPORTED_FROM = LocalDate.of(2023, Month.OCTOBER, 28);

    /** Days in which the first placements are still being sorted out. */
    private static final int SETTLING_DAYS = 240;

    private final Child child;
    private final Stay stay;
    private final LegalPath legal;
    private final Homes homes;
    private final Chance chance;
    private final double pace;
    private final List<Move> moves = new ArrayList<>();
    private boolean isMatched;

    private PlacementPath(Child child, Stay stay, LegalPath legal, Homes homes, double pace, Chance chance) {
        this.child = child;
        this.stay = stay;
        this.legal = legal;
        this.homes = homes;
        this.chance = chance;
        this.pace = pace;
    }

    /** The moves in order of date, the first on the day the period of care starts, all before it ends. */
    static List<Move> of(Child child, Stay stay, LegalPath legal, Homes homes, double pace, Chance chance) {
        PlacementPath path = new PlacementPath(child, stay, legal, homes, pace, chance);
        path.walk();
        return path.named();
    }

    private void walk() {
        LocalDate at = stay.start();
        Placement now = homes.of(choice(at), chance);
        moves.add(new Move(at, now, ""));
        LocalDate matching = matchingDate();
        LocalDate leavingCarers = leavingCarersDate();
        LocalDate adopters = stay.adoption()
                .filter(plan -> !plan.isReversed())
                .map(AdoptionPlan::placed)
                .orElse(LocalDate.MAX);
        while (true) {
            LocalDate next = at.plusDays(Math.max(4, chance.daysUntil(movesPerYear(at))));
            LocalDate turn = earliest(matching, leavingCarers, adopters);
            LocalDate then = turn.isBefore(next) ? turn : next;
            if (!then.isBefore(stay.end())) {
                temporary(at, stay.end(), now);
                return;
            }
            temporary(at, then, now);
            String reason = PlacementMix.reason(chance);
            if (then.equals(adopters)) {
                placedWithAdopters(then, now);
                return;
            } else if (then.equals(matching)) {
                matching = LocalDate.MAX;
                now = matched(then, now);
            } else if (then.equals(leavingCarers)) {
                leavingCarers = LocalDate.MAX;
                now = moved(then, homes.of("K3", chance), "CARPL");
            } else {
                now = moved(then, homes.of(choice(then), chance), reason);
            }
            at = then;
        }
    }

    private Placement moved(LocalDate date, Placement to, String reason) {
        moves.add(new Move(date, to, reason));
        return to;
    }

    private Placement matched(LocalDate date, Placement now) {
        String longTerm = now.type().equals("U6") ? "U4" : now.type().equals("U3") ? "U1" : "";
        if (longTerm.isEmpty()) {
            return now;
        }
        isMatched = true;
        return moved(date, now.as(longTerm), "PLACE");
    }

    private void placedWithAdopters(LocalDate date, Placement now) {
        boolean stays = now.isWithFosterCarer()
                && stay.adoption().map(AdoptionPlan::stayedWithCarer).orElse(false);
        moved(date, stays ? now.as("A5") : homes.of("A6", chance), stays ? "PLACE" : "CARPL");
    }

    /** A night in hospital or the carer's holiday, and back to the same placement. */
    private void temporary(LocalDate from, LocalDate to, Placement now) {
        long room = to.toEpochDay() - from.toEpochDay();
        boolean settled = now.isWithFosterCarer() || now.type().equals("K2");
        if (room < 60 || !settled || !chance.happens(Math.min(0.5, room / 365.25 * 0.3))) {
            return;
        }
        String type = chance.happens(0.5) ? "T1" : chance.happens(0.5) ? "T3" : "T4";
        LocalDate out = from.plusDays(20L + chance.below((int) Math.min(room - 50, 2_000)));
        LocalDate back = out.plusDays(chance.between(2, type.equals("T4") ? 6 : 14));
        moves.add(new Move(out, homes.of(type, chance), ""));
        moves.add(new Move(back, now, ""));
    }

    /** Calibrated to 10% with three or more placements in a year, and 69% of the long-settled two years in one place. */
    private double movesPerYear(LocalDate at) {
        boolean settling = at.isBefore(stay.start().plusDays(SETTLING_DAYS));
        double base = settling ? 1.1 : isMatched ? 0.18 : 0.36;
        int age = child.ageOn(at);
        double byAge = age >= 11 ? 1.35 : age < 5 ? 0.8 : 1;
        return stay.pathway() == Pathway.SHORT_BREAKS ? 0.05 : base * byAge * pace;
    }

    private String choice(LocalDate date) {
        String type = PlacementMix.next(chance, child, stay, child.ageOn(date));
        return type.equals("P1") && !legal.allowsLivingWithParents(date) ? "U6" : type;
    }

    private LocalDate matchingDate() {
        boolean staysLong = stay.pathway() == Pathway.GROWN_UP && child.ageOn(stay.start()) < 15;
        LocalDate date = stay.start().plusDays(chance.between(300, 900));
        return staysLong && chance.happens(0.75) ? date : LocalDate.MAX;
    }

    private LocalDate leavingCarersDate() {
        LocalDate date = child.birthday(16).plusDays(chance.between(20, 600));
        return chance.happens(0.3) && date.isAfter(stay.start().plusDays(30)) ? date : LocalDate.MAX;
    }

    private static LocalDate earliest(LocalDate... dates) {
        LocalDate earliest = LocalDate.MAX;
        for (LocalDate date : dates) {
            earliest = date.isBefore(earliest) ? date : earliest;
        }
        return earliest;
    }

    /** Supported accommodation under the code of its day, changing code where it lasted over the change. */
    private List<Move> named() {
        List<Move> named = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            LocalDate until = i + 1 < moves.size() ? moves.get(i + 1).date() : stay.end();
            boolean isSupported = move.to().type().equals("K3");
            if (isSupported && move.date().isBefore(SUPPORTED_FROM)) {
                named.add(new Move(move.date(), move.to().as("H5"), move.reason()));
                if (until.isAfter(SUPPORTED_FROM)) {
                    named.add(new Move(SUPPORTED_FROM, move.to(), "PLACE"));
                }
            } else {
                named.add(move);
            }
        }
        return named;
    }
}
