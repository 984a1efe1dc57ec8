package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Legal statuses of a period of care, by the date each began. How often
 * which is made is made up; most children end under a care order, young people of sixteen mostly under section 20.
 */
final class LegalPath {
    private final TreeMap<LocalDate, String> statuses = new TreeMap<>();

    private LegalPath() {}

    static LegalPath of(Child child, Stay stay, Chance chance) {
        LegalPath path = new LegalPath();
        path.fill(child, stay, chance);
        path.statuses.tailMap(stay.end(), true).clear();
        return path;
    }

    Map<LocalDate, String> statuses() {
        return statuses;
    }

    String on(LocalDate day) {
        return statuses.floorEntry(day).getValue();
    }

    boolean allowsLivingWithParents(LocalDate day) {
        return on(day).charAt(0) == 'C';
    }

    private void fill(Child child, Stay stay, Chance chance) {
        LocalDate start = stay.start();
        if (stay.pathway() == Pathway.SHORT_BREAKS) {
            statuses.put(start, "V4");
        } else if (stay.pathway() == Pathway.REMAND) {
            statuses.put(start, "J1");
        } else if (child.isAsylumSeeker() || chance.happens(agreedShare(child.ageOn(start), stay.pathway()))) {
            statuses.put(start, "V2");
            boolean couldGoToCourt = !child.isAsylumSeeker() && child.ageOn(start) < 16;
            if (couldGoToCourt && chance.happens(goesToCourt(stay.pathway()))) {
                proceedings(start.plusDays(chance.between(14, 150)), stay, chance);
            }
        } else {
            LocalDate interim = start;
            if (chance.happens(0.28)) {
                boolean police = chance.happens(0.7);
                statuses.put(start, police ? "L1" : "L2");
                interim = start.plusDays(police ? chance.between(1, 3) : chance.between(3, 8));
            }
            proceedings(interim, stay, chance);
        }
        stay.adoption()
                .filter(plan -> !plan.isReversed())
                .ifPresent(plan -> statuses.tailMap(plan.ordered(), true).clear());
        stay.adoption().filter(plan -> !plan.isReversed()).ifPresent(plan -> statuses.put(plan.ordered(), "E1"));
    }

    private void proceedings(LocalDate interim, Stay stay, Chance chance) {
        statuses.put(interim, "C1");
        if (stay.pathway() != Pathway.HOME || chance.happens(0.3)) {
            statuses.put(interim.plusDays(chance.between(200, 520)), "C2");
        }
    }

    private static double agreedShare(int age, Pathway pathway) {
        if (pathway == Pathway.HOME) {
            return 0.62;
        }
        return age < 5 ? 0.2 : age < 10 ? 0.3 : age < 16 ? 0.32 : 0.80;
    }

    private static double goesToCourt(Pathway pathway) {
        return switch (pathway) {
            case ADOPTION -> 1;
            case GROWN_UP, GUARDIAN -> 0.75;
            default -> 0.1;
        };
    }
}
