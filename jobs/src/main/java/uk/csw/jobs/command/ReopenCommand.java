package uk.csw.jobs.command;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.pipeline.committee.SignOff;
import uk.csw.pipeline.committee.SignOff.NeverSigned;
import uk.csw.pipeline.committee.SignOff.Outcome;
import uk.csw.pipeline.committee.SignOff.Reopened;
import uk.csw.pipeline.committee.SignOff.ReopenedBefore;
import uk.csw.pipeline.postgres.InTransaction;

/** {@code csw reopen}: lets the figures of a signed-off period change again. */
@Command(
        name = "reopen",
        description = {
            "Reopens an authority's month that was signed off.",
            "The next night shows its figures as the facts give them; mart.restatement tells each change "
                    + "with the reason given here. Waits for a night that is measuring."
        })
final class ReopenCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(index = "0", paramLabel = "AUTHORITY", description = "the code, such as 301")
    private String authority = "";

    @Parameters(
            index = "1",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "the month, such as 2026-09")
    private YearMonth period = YearMonth.of(1, 1);

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who reopens it; kept for good")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why; kept for good")
    private String reason = "";

    ReopenCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws SQLException {
        Arguments.checkAuthority(authority, csw.configFolder());
        if (reason.isBlank()) {
            throw new UsageProblem("--reason is empty; say why the figures are to change.");
        }
        SignOff.objection(by, reason).ifPresent(objection -> {
            throw new UsageProblem(objection);
        });
        Outcome outcome;
        try (Warehouse warehouse = Warehouse.open(csw, "reopen")) {
            outcome = InTransaction.run(
                    warehouse.dataSource(),
                    connection -> new SignOff(Integer.parseInt(authority), period)
                            .reopen(connection, by, reason, csw.clock().instant()));
        }
        String what = authority + " " + period;
        if (outcome instanceof NeverSigned) {
            throw new UsageProblem(
                    what + " is not signed off, so there is nothing to reopen. csw signoff lists what is.");
        }
        if (outcome instanceof ReopenedBefore before) {
            csw.out()
                    .println("Nothing to do: " + what + " was reopened by " + before.by() + " on "
                            + Arguments.day(before.at()) + " (" + before.reason() + ").");
        }
        if (outcome instanceof Reopened reopened) {
            csw.out()
                    .println("Reopened: " + what + ". "
                            + (reopened.figuresHeld() == 0
                                    ? "The facts give the figures that are shown; later deliveries can change them again."
                                    : "The next csw nightly shows " + reopened.figuresHeld()
                                            + " figures as the facts give them."));
        }
        return ExitCode.DONE;
    }
}
