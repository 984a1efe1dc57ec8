package uk.csw.jobs.nightly;

import java.util.ArrayList;
import java.util.List;

/**
 * How many authorities are shown by figures that were worked out from something else than is in force.
 *
 * @param measured by other definitions or population, or before a period was reopened
 * @param compared with other published tables, neighbours or comparison groups
 * @param judged by other targets
 * @param isAuthority whether the authority that was asked about is among them
 */
record OutOfDate(long measured, long compared, long judged, boolean isAuthority) {
    boolean isNone() {
        return measured + compared + judged == 0;
    }

    /** What changed, in words. */
    String inWords() {
        List<String> changes = new ArrayList<>();
        if (measured > 0) {
            changes.add("definitions, population or a reopened period (figures of " + measured
                    + (measured == 1 ? " authority)" : " authorities)"));
        }
        if (compared > 0) {
            changes.add("published tables, neighbours or comparison groups (comparisons of " + compared + ")");
        }
        if (judged > 0) {
            changes.add("targets (colours of " + judged + ")");
        }
        return "Changed since the release shown: " + String.join(", ", changes) + ". Working them out again.";
    }
}
