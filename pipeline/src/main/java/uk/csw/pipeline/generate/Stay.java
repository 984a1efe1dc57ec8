package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outline of one period of care, before its episodes are worked out. It ends on {@code end}. */
record Stay(LocalDate start, LocalDate end, Pathway pathway, Optional<AdoptionPlan> adoption) {
    private static final double COMES_BACK = 0.17;
    private static final double PLAN_GIVEN_UP = 0.25;

    /** All periods of care of a child whose first starts on {@code start}; more than one where going home fails. */
    static List<Stay> of(Child child, LocalDate start, Chance chance) {
        List<Stay> stays = new ArrayList<>();
        LocalDate next = start;
        while (child.ageOn(next) < 18) {
            Stay stay = one(child, next, chance);
            stays.add(stay);
            if (stay.pathway != Pathway.HOME || !chance.happens(COMES_BACK)) {
                break;
            }
            next = stay.end.plusDays(chance.between(20, 700));
        }
        return stays;
    }

    private static Stay one(Child child, LocalDate start, Chance chance) {
        int age = child.ageOn(start);
        Pathway pathway = Pathway.of(chance, child, age);
        LocalDate adult = child.birthday(18);
        if (pathway == Pathway.ADOPTION) {
            AdoptionPlan plan = AdoptionPlan.from(start, chance);
            return new Stay(start, plan.adopted(), pathway, Optional.of(plan));
        }
        int days = pathway.days(chance);
        boolean growsUp = pathway == Pathway.GROWN_UP || !start.plusDays(days).isBefore(adult);
        Pathway really = growsUp && pathway != Pathway.SHORT_BREAKS ? Pathway.GROWN_UP : pathway;
        LocalDate end = growsUp ? adult : start.plusDays(days);
        Optional<AdoptionPlan> plan = really == Pathway.GROWN_UP && age < 5 && chance.happens(PLAN_GIVEN_UP)
                ? Optional.of(AdoptionPlan.reversed(start, chance))
                : Optional.empty();
        return new Stay(start, end, really, plan);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
