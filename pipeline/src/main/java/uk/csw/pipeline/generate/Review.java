package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A review of a looked-after child's plan. */
record Review(LocalDate date, String participation, Recording recording) {
    private static final CodeMix TAKES_PART = CodeMix.of("PN1 52, PN2 4, PN3 3, PN4 6, PN5 11, PN6 16, PN7 8");

    /**
     * Reviews of one stay: the first within 20 working days, the second within three months of it, later ones within six
     * months (Care Planning Regulations 2010, regulation 33). {@code onTime} is the share of reviews held in time.
     */
    static List<Review> of(Child child, Stay stay, double onTime, Recorder recorder, Chance chance) {
        List<Review> reviews = new ArrayList<>();
        LocalDate due = stay.start().plusDays(27);
        int spread = 12;
        while (true) {
            boolean isLate = !chance.happens(onTime);
            LocalDate held = isLate ? due.plusDays(chance.between(2, 30)) : due.minusDays(chance.below(spread));
            if (!held.isBefore(stay.end())) {
                return reviews;
            }
            boolean isMistake = recorder.isMistaken(chance);
            Recording recording = isMistake
                    ? recorder.mistake(chance, held, YearMonth.from(held))
                    : recorder.event(chance, held, YearMonth.from(held), false);
            reviews.add(new Review(held, participation(child, held, chance), recording));
            due = reviews.size() == 1 ? held.plusDays(90) : held.plusDays(181);
            spread = reviews.size() == 1 ? 15 : 25;
        }
    }

    private static String participation(Child child, LocalDate held, Chance chance) {
        return child.ageOn(held) < 4 ? "PN0" : TAKES_PART.pick(chance);
    }
}
