package uk.csw.pipeline.generate;

import java.time.LocalDate;

/**
 * The dates of a plan for adoption, in order. England 2025: 19 months from entry to placement, 10 months from decision
 * to match; seven in ten adopted children are placed within 12 months of the decision.
 *
 * @param decided the decision that the child should be placed (AD1 DATE_INT, and DATE_PLACED of the decisions table)
 * @param ordered the placement order, legal status E1
 * @param matched with the adopters
 * @param placed with them
 * @param adopted the adoption order, or the reversal of the plan when it did not come to that
 * @param stayedWithCarer whether the adopters were the child's foster carers (fostering for adoption)
 * @param isReversed whether the plan was given up
 */
record AdoptionPlan(
        LocalDate decided,
        LocalDate ordered,
        LocalDate matched,
        LocalDate placed,
        LocalDate adopted,
        boolean stayedWithCarer,
        boolean isReversed) {

    static AdoptionPlan from(LocalDate start, Chance chance) {
        LocalDate decided = start.plusDays(chance.between(110, 330));
        LocalDate ordered = decided.plusDays(chance.between(20, 110));
        int wait = chance.happens(0.72) ? chance.between(60, 320) : chance.between(330, 640);
        LocalDate matched = decided.plusDays(wait);
        if (matched.isBefore(ordered)) {
            matched = ordered.plusDays(10);
        }
        LocalDate placed = matched.plusDays(chance.between(10, 40));
        return new AdoptionPlan(
                decided,
                ordered,
                matched,
                placed,
                placed.plusDays(chance.between(130, 400)),
                chance.happens(0.14),
                false);
    }

    /** The plan that is made and given up again for a child who then stays looked after. */
    static AdoptionPlan reversed(LocalDate start, Chance chance) {
        AdoptionPlan plan = from(start, chance);
        LocalDate reversed = plan.decided.plusDays(chance.between(150, 600));
        return new AdoptionPlan(plan.decided, plan.ordered, plan.matched, plan.placed, reversed, false, true);
    }
}
