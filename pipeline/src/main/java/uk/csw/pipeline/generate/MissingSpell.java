package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A looked-after child is missing (M) or away from the placement without authorisation (A). */
record MissingSpell(LocalDate start, LocalDate end, String kind, Recording recording, YearMonth returnKnown) {
    private static final double AT_RISK = 0.255;

    /**
     * Spells of one stay. England 2025: 11% of children looked after in the year went missing. How often
     * and how long is made up: most are eleven or older, a few go again and again, most are back within two days.
     */
    static List<MissingSpell> of(Child child, Stay stay, double runningAway, Recorder recorder, Chance chance) {
        LocalDate at = child.birthday(11).isAfter(stay.start()) ? child.birthday(11) : stay.start();
        if (!at.isBefore(stay.end()) || stay.pathway() == Pathway.SHORT_BREAKS || !chance.happens(AT_RISK)) {
            return List.of();
        }
        List<MissingSpell> spells = new ArrayList<>();
        double perYear = runningAway * (0.9 + 55 * chance.share() * chance.share() * chance.share());
        while (true) {
            int days = 1 + chance.daysUntil(perYear);
            at = at.plusDays(days);
            int nights = chance.happens(0.04) ? chance.between(5, 60) : chance.below(3);
            LocalDate back = at.plusDays(nights);
            if (!back.isBefore(stay.end())) {
                return spells;
            }
            YearMonth month = YearMonth.from(at);
            Recording recording = recorder.isMistaken(chance)
                    ? recorder.mistake(chance, at, month)
                    : recorder.event(chance, at, month, nights > 10 && days > 10);
            YearMonth returned = recorder.known(chance, back);
            boolean isFirst = returned.isBefore(recording.knownFrom());
            spells.add(new MissingSpell(
                    at, back, chance.happens(0.82) ? "M" : "A", recording, isFirst ? recording.knownFrom() : returned));
            at = back;
        }
    }
}
