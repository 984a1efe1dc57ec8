package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.Optional;

/** What a child contributes to the tables about health, adoption and leaving care. */
final class OutcomeRows {
    private static final CodeMix WITHOUT_SCORE = CodeMix.of("SDQ2 40, SDQ3 10, SDQ4 30, SDQ5 20");
    private static final CodeMix ADOPTERS =
            CodeMix.of("MF-L11 67, MF-L3 9, MM-L12 5, MM-L2 1, FF-L12 4, FF-L4 2, F1-L0 11, M1-L0 1");
    private static final CodeMix GIVEN_UP = CodeMix.of("RD1 47, RD2 8, RD3 26, RD4 19");

    private OutcomeRows() {}

    /**
     * Health of children looked after for twelve months. England 2025: health assessment 90%, dental check 81%,
     * immunisations 84%, strengths and difficulties score for 78% with a mean of 14.9, substance misuse 3%, 2% of those
     * over ten convicted. Each child has a month of the year in which the yearly facts turn over.
     */
    static void health(KnownLife life, RowSink out) {
        if (!life.isSettledInYear()) {
            return;
        }
        Child child = life.child();
        Practice practice = life.practice();
        int months =
                life.position().month().getYear() * 12 + life.position().month().getMonthValue();
        int cycle = (months + Math.floorMod((int) child.key(), 12)) / 12;
        Chance chance = Chance.of(child.key(), 51, cycle);
        int age = child.ageOn(life.position().date());
        boolean isScored = chance.happens(0.78);
        int score = Math.max(0, Math.min(40, (int) (15.5 + 5.2 * ownNormal(child) + 4.2 * chance.normal())));
        String reason = WITHOUT_SCORE.pick(chance);
        boolean hasSdq = age >= 4 && child.ageOn(life.position().yearStart()) < 17;
        boolean misuse = age >= 11 && chance.happens(0.06);
        boolean received = chance.happens(0.41);
        out.row(
                child.id(),
                Cells.date(child.birth()),
                hasSdq && isScored ? Integer.toString(score) : "",
                hasSdq && !isScored ? reason : "",
                age >= 10 ? Cells.flag(chance.happens(0.02)) : "",
                age < 5 ? Cells.flag(chance.happens(0.88)) : "",
                Cells.flag(Chance.shareOf(child.key(), 52, cycle / 2) < practice.immunised()),
                Cells.flag(Chance.shareOf(child.key(), 53, cycle) < practice.dentalChecked()),
                Cells.flag(Chance.shareOf(child.key(), 54, cycle) < practice.healthAssessed()),
                Cells.flag(misuse),
                misuse ? Cells.flag(received) : "",
                misuse && !received ? Cells.flag(chance.happens(0.75)) : "");
    }

    static void leavers(KnownLife life, RowSink out) {
        Child child = life.child();
        for (Leaver leaver : life.leavers()) {
            out.row(child.id(), Cells.date(child.birth()), leaver.inTouch(), leaver.activity(), leaver.accommodation());
        }
    }

    /** Decisions that a child should be placed for adoption: made in the year, or still standing when it began. */
    static void adoptionDecisions(KnownLife life, RowSink out) {
        if (life.isLookedAfterInYear()) {
            for (KnownPeriod period : life.periods()) {
                period.stay().adoption().ifPresent(plan -> adoptionDecision(life, plan, out));
            }
        }
    }

    private static void adoptionDecision(KnownLife life, AdoptionPlan plan, RowSink out) {
        Position position = life.position();
        boolean isOver = !plan.adopted().isAfter(position.date());
        boolean wasOverBefore = isOver && plan.adopted().isBefore(position.yearStart());
        if (plan.decided().isAfter(position.date()) || wasOverBefore) {
            return;
        }
        boolean isGivenUp = isOver && plan.isReversed();
        Child child = life.child();
        out.row(
                child.id(),
                Cells.date(child.birth()),
                Cells.date(plan.decided()),
                isGivenUp ? Cells.date(plan.adopted()) : "",
                isGivenUp ? GIVEN_UP.pick(Chance.of(child.key(), 61)) : "");
    }

    /** Children adopted in the year, once their adoption is known. */
    static void adoptions(KnownLife life, RowSink out) {
        for (KnownPeriod period : life.periods()) {
            Optional<LocalDate> end = period.last().end();
            boolean isAdopted = period.stay().pathway() == Pathway.ADOPTION && end.isPresent();
            if (isAdopted && life.position().inYear(end.get())) {
                period.stay().adoption().ifPresent(plan -> adoption(life.child(), plan, out));
            }
        }
    }

    private static void adoption(Child child, AdoptionPlan plan, RowSink out) {
        String adopters = ADOPTERS.pick(Chance.of(child.key(), 62));
        out.row(
                child.id(),
                Cells.date(child.birth()),
                Cells.date(plan.decided()),
                Cells.date(plan.matched()),
                Cells.flag(plan.stayedWithCarer()),
                adopters.contains("1-") ? "1" : "2",
                adopters.substring(0, 2),
                adopters.substring(3));
    }

    private static double ownNormal(Child child) {
        return Chance.of(child.key(), 55).normal();
    }
}
