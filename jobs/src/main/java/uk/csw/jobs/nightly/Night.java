package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The work of one night, frozen before it starts.
 *
 * @param id hash of the deliveries taken on, or of what is worked from in a night without any
 * @param inbox the folder in which they lie
 * @param deliveries the deliveries to land
 * @param authorities keys of the authorities whose facts may change: those of the deliveries, and those still owed a
 *     release because the gate refused theirs
 * @param outOfDate keys of the authorities to measure besides, since something else than their facts changed
 */
public record Night(String id, Path inbox, List<Long> deliveries, List<Integer> authorities, List<Integer> outOfDate) {
    public Night {
        deliveries = List.copyOf(deliveries);
        authorities = List.copyOf(authorities);
        outOfDate = List.copyOf(outOfDate);
    }

    /** The authorities to measure, each once. */
    List<Integer> measured() {
        return Stream.concat(authorities.stream(), outOfDate.stream())
                .distinct() // one that delivers may be out of date as well
                .toList();
    }
}
