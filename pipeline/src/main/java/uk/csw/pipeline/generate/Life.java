package uk.csw.pipeline.generate;

import java.time.YearMonth;
import java.util.List;

/**
 * Everything that happens to one child, known to nobody but the generator. Deliveries show it as far as it is known.
 *
 * @param withdrawnIn the month from which the child is gone altogether, because the record was an error
 */
record Life(
        Child child,
        List<PeriodOfCare> periods,
        List<Review> reviews,
        List<MissingSpell> missing,
        List<WorkerSpell> workers,
        List<Leaver> leavers,
        YearMonth withdrawnIn) {}
