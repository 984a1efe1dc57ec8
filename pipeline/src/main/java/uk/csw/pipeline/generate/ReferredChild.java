package uk.csw.pipeline.generate;

import java.time.YearMonth;
import java.util.List;

/**
 * A child who was referred, with all cases, oldest first.
 *
 * @param disability its census code; NONE where there is none
 * @param withdrawnIn the month from which the child is gone altogether, because the record was an error
 */
record ReferredChild(Child child, String disability, List<Case> cases, YearMonth withdrawnIn) {}
