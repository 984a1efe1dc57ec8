package uk.csw.jobs.nightly;

import java.util.List;

/**
 * The work of one night, frozen before it starts.
 *
 * @param id hash of the deliveries taken on
 * @param deliveries the deliveries to land
 * @param authorities keys of the authorities to measure: those of the deliveries, and those still owed a release
 *     because the gate refused theirs
 */
public record Night(String id, List<Long> deliveries, List<Integer> authorities) {
    public Night {
        deliveries = List.copyOf(deliveries);
        authorities = List.copyOf(authorities);
    }
}
