package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.util.List;

/**
 * The work of one night, frozen before it starts.
 *
 * @param id hash of the deliveries taken on
 * @param inbox the folder in which they lie
 * @param deliveries the deliveries to land
 * @param authorities keys of the authorities to measure: those of the deliveries, and those still owed a release
 *     because the gate refused theirs
 */
public record Night(String id, Path inbox, List<Long> deliveries, List<Integer> authorities) {
    public Night {
        deliveries = List.copyOf(deliveries);
        authorities = List.copyOf(authorities);
    }
}
