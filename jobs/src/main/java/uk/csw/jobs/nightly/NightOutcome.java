package uk.csw.jobs.nightly;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.csw.pipeline.delivery.FileFinding;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.delivery.Registration;

/**
 * What became of a call for a night.
 *
 * @param registration what the inbox held; empty when the inbox was not looked at
 * @param runs the nights that were run, oldest first; empty when there was nothing to do
 */
public record NightOutcome(Optional<Registration> registration, List<Runs.Run> runs) {
    public NightOutcome {
        runs = List.copyOf(runs);
    }

    /** Every night whose deliveries this call touched, those with refused deliveries only among them. */
    public List<String> nights() {
        return Stream.concat(runs.stream().map(Runs.Run::night), registration.flatMap(Registration::nightId).stream())
                .distinct() // the night of the new deliveries is usually the one that was run
                .toList();
    }

    /** Whether the inbox held nothing that was not known, and nothing was left unfinished. */
    public boolean isNothingNew() {
        return runs.isEmpty()
                && newErrors().isEmpty()
                && registration
                        .map(found -> !found.hasNews() && found.waiting().isEmpty())
                        .orElse(true);
    }

    /** Errors in the inbox outside of deliveries that were known before, one per line. */
    public List<String> newErrors() {
        return registration.stream()
                .flatMap(found -> found.findings().stream()
                        .filter(FileFinding::isError)
                        .filter(finding -> found.unchanged().stream()
                                .noneMatch(known -> finding.path().startsWith(folder(known)))))
                .map(FileFinding::toString)
                .toList();
    }

    private static String folder(RegisteredDelivery delivery) {
        return delivery.authorityCode() + "/" + delivery.period();
    }
}
