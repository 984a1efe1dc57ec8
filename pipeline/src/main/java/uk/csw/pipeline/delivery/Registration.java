package uk.csw.pipeline.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What a look at the inbox brought.
 *
 * @param nightId identifies the new deliveries together (kept in {@code ops.delivery.night_id}); empty when there is none
 * @param registered new deliveries, to be landed
 * @param refused new deliveries of which nothing is landed, each with an error among the findings
 * @param unchanged deliveries that are the same as the newest of their authority and period; those not landed yet say so
 *     in their state
 * @param waiting folders, relative to the inbox, in which a file is still being written: left for the next run
 * @param findings everything found in what was looked at, unchanged deliveries included
 */
public record Registration(
        Optional<String> nightId,
        List<RegisteredDelivery> registered,
        List<RegisteredDelivery> refused,
        List<RegisteredDelivery> unchanged,
        List<String> waiting,
        List<FileFinding> findings) {
    public Registration {
        registered = List.copyOf(registered);
        refused = List.copyOf(refused);
        unchanged = List.copyOf(unchanged);
        waiting = List.copyOf(waiting);
        findings = List.copyOf(findings);
    }

    /** There is something to land or to report that was not there before. */
    public boolean hasNews() {
        return nightId.isPresent();
    }
}
