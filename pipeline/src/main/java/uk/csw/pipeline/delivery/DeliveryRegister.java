package uk.csw.pipeline.delivery;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.csw.pipeline.postgres.InTransaction;

/**
 * Takes on what lies in the inbox: reads every file once, refuses what cannot be loaded, and registers every delivery
 * that is not the same as the newest of its authority and period. Running it again over the same files changes nothing.
 */
public final class DeliveryRegister {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRegister.class);

    private final HeaderRecognition recognition;
    private final Clock clock;
    private final RegisterOptions options;

    /**
     * @param recognition tells tables by their header: the layouts
     * @param clock says what is now; a period after the current month is refused
     * @param options part size, workers, how long a file must have been left alone
     */
    public DeliveryRegister(HeaderRecognition recognition, Clock clock, RegisterOptions options) {
        this.recognition = recognition;
        this.clock = clock;
        this.options = options;
    }

    /** Registers everything in {@code inbox}. */
    public Registration register(DataSource database, Path inbox) throws SQLException {
        return register(database, inbox, InboxScope.everything());
    }

    /**
     * Registers the deliveries in {@code inbox} that {@code scope} includes, in one transaction.
     *
     * @throws java.io.UncheckedIOException when the inbox cannot be listed
     */
    public Registration register(DataSource database, Path inbox, InboxScope scope) throws SQLException {
        InboxScan scan = InboxScan.of(inbox, scope);
        waitForFreshFiles(scan);
        AuthorityCheck authorities = InTransaction.run(database, AuthorityCheck::read);
        List<FileFinding> findings = new ArrayList<>(scan.findings());
        List<DeliveryFolder> known = new ArrayList<>();
        for (DeliveryFolder folder : scan.folders()) {
            if (authorities.isKnown(Integer.parseInt(folder.authorityCode()))) {
                known.add(folder);
            } else {
                findings.add(new FileFinding(
                        folder.path(),
                        0,
                        FileRule.AUTHORITY_UNKNOWN,
                        folder.authorityCode(),
                        "the code of an authority"));
            }
        }
        List<String> waiting = new ArrayList<>();
        List<CheckedDelivery> checked = new ArrayList<>();
        for (CheckedDelivery delivery : new DeliveryChecks(recognition, options).check(known)) {
            if (delivery.folder().isBeingWritten()) {
                waiting.add(delivery.folder().path());
                findings.addAll(delivery.allFindings());
            } else {
                CheckedDelivery judged = withRefusals(delivery, authorities);
                checked.add(judged);
                findings.addAll(judged.allFindings());
            }
        }
        RegisterWriter.Outcome outcome = InTransaction.run(
                database, connection -> new RegisterWriter(connection, clock.instant()).save(checked));
        Registration registration = new Registration(
                outcome.nightId(), outcome.registered(), outcome.refused(), outcome.unchanged(), waiting, findings);
        LOG.info(
                "Inbox: {} new, {} refused, {} unchanged, {} waiting",
                registration.registered().size(),
                registration.refused().size(),
                registration.unchanged().size(),
                registration.waiting().size());
        return registration;
    }

    /** A file may be half copied: all that were written just now get one short while together to show it. */
    private void waitForFreshFiles(InboxScan scan) {
        Instant now = clock.instant();
        Instant fresh = now.minus(options.quiet());
        boolean anyFresh = scan.folders().stream()
                .flatMap(folder -> folder.tables().stream())
                .anyMatch(look -> look.modified().isAfter(fresh));
        if (anyFresh && !options.quiet().isZero()) {
            options.pause().pause(options.quiet());
        }
    }

    private CheckedDelivery withRefusals(CheckedDelivery delivery, AuthorityCheck authorities) {
        DeliveryFolder folder = delivery.folder();
        YearMonth now = YearMonth.now(clock);
        Optional<FileFinding> future = folder.period().isAfter(now)
                ? Optional.of(new FileFinding(
                        folder.path(),
                        0,
                        FileRule.PERIOD_IN_FUTURE,
                        folder.period().toString(),
                        "a month up to " + now))
                : Optional.empty();
        return Stream.of(future, authorities.notThen(delivery.authorityKey(), folder.period(), folder.path()))
                .flatMap(Optional::stream)
                .reduce(delivery, CheckedDelivery::with, (one, other) -> other);
    }

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time);
    }
}
