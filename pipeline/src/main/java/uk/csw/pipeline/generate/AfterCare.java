package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of care leavers: children looked after for 13 weeks since they were 14, some of it after their sixteenth
 * birthday (Children Act 1989, schedule 2, paragraph 19B), on their birthdays from 17 to 21.
 */
final class AfterCare {
    private static final int THIRTEEN_WEEKS = 91;

    /** Not in touch 4% at 19 to 21, England 2025. */
    private static final CodeMix OUT_OF_TOUCH = CodeMix.of("NO 60, REFU 12, NREQ 15, RHOM 11, DIED 2");

    private static final CodeMix OCCUPIED = CodeMix.of("F1 11, P1 1, F2 36, P2 6, F4 5, P4 1, F5 30, P5 10");
    private static final CodeMix IDLE = CodeMix.of("G4 40, G5 44, G6 16");
    private static final CodeMix SUITABLE = CodeMix.of("U 34, D 19, B 13, Z 14, K 4, E 4, T 4, C 3, Y 2, W 0.5, G 2.5");
    private static final CodeMix UNSUITABLE = CodeMix.of("X 34, S 17, V 12, Y 12, B 8, K 6, W 5, U 6");

    private AfterCare() {}

    static List<Leaver> of(Child child, List<Stay> stays, Practice practice) {
        List<Leaver> leavers = new ArrayList<>();
        double bent = Chance.shareOf(child.key(), 31);
        for (int age = 17; age <= 21; age++) {
            LocalDate birthday = child.birthday(age);
            if (hasLeft(child, stays, birthday)) {
                leavers.add(on(child, birthday, age, bent, practice));
            }
        }
        return leavers;
    }

    private static boolean hasLeft(Child child, List<Stay> stays, LocalDate birthday) {
        long days = 0;
        boolean after16 = false;
        for (Stay stay : stays) {
            if (stay.pathway() == Pathway.SHORT_BREAKS) {
                continue;
            }
            if (stay.covers(birthday) || stay.pathway() == Pathway.ADOPTION || stay.pathway() == Pathway.DIED) {
                return false;
            }
            if (stay.end().isAfter(birthday)) {
                continue;
            }
            long from = Math.max(stay.start().toEpochDay(), child.birthday(14).toEpochDay());
            days += Math.max(0, stay.end().toEpochDay() - from);
            after16 |= stay.end().isAfter(child.birthday(16));
        }
        return after16 && days >= THIRTEEN_WEEKS;
    }

    /** Half of what decides an outcome is the young person's own and stays; the other half is drawn at each birthday. */
    private static Leaver on(Child child, LocalDate birthday, int age, double bent, Practice practice) {
        Chance chance = Chance.of(child.key(), 32, age);
        boolean isYoung = age < 19;
        if (!chance.happens(practice.inTouch() + (isYoung ? 0.02 : 0))) {
            return new Leaver(birthday, age, OUT_OF_TOUCH.pick(chance), "0", "0");
        }
        double occupied = Math.min(0.95, practice.occupied() / practice.inTouch() + (isYoung ? 0.10 : 0));
        double draw = chance.happens(0.6) ? bent : chance.share();
        boolean isHoused = chance.happens(Math.min(0.99, practice.suitablyHoused() / practice.inTouch()));
        String activity = draw < occupied ? OCCUPIED.pick(chance) : IDLE.pick(chance);
        String accommodation = isHoused ? SUITABLE.pick(chance) + "1" : UNSUITABLE.pick(chance) + "2";
        return new Leaver(birthday, age, "YES", activity, accommodation);
    }
}
