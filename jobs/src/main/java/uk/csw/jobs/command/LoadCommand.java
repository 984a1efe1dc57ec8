package uk.csw.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.pipeline.delivery.InboxScope;
import uk.csw.pipeline.delivery.RegisteredDelivery;

/** {@code csw load}: the whole flow for one delivery. */
@Command(
        name = "load",
        description = {
            "Takes one authority's delivery of one month through the whole flow, up to the release, as the night does.",
            "A night that was left unfinished is finished first."
        })
final class LoadCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(index = "0", paramLabel = "AUTHORITY", description = "the authority's code, such as 301")
    private String authority = "";

    @Parameters(
            index = "1",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "the delivery's month, such as 2026-09")
    private YearMonth period = YearMonth.of(1, 1);

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            defaultValue = "inbox",
            description = "where the delivery lies, in DIR/<AUTHORITY>/<PERIOD>; default ./inbox")
    private Path inbox = Path.of("inbox");

    LoadCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws SQLException {
        check();
        try (Warehouse warehouse = Warehouse.open(csw, "night");
                Nightly nightly = csw.nightly(warehouse)) {
            NightOutcome outcome = nightly.run(inbox, InboxScope.only(authority, period));
            csw.home().keepMetrics(nightly.metrics());
            return outcome.isNothingNew() ? known(outcome) : NightlyCommand.report(csw, warehouse, outcome);
        }
    }

    private void check() {
        Arguments.checkAuthority(authority, csw.configFolder());
        if (period.isAfter(YearMonth.now(csw.clock()))) {
            throw new UsageProblem(period + " has not begun. Name the month that the delivery is about.");
        }
        Path folder = inbox.resolve(authority).resolve(period.toString());
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem(
                    "There is no delivery at " + folder.toAbsolutePath()
                            + ". Put the files there, or name the folder that holds <authority code>/<yyyy-mm> with --inbox DIR.");
        }
    }

    /** Says what became before of a delivery that has not changed. */
    private int known(NightOutcome outcome) {
        boolean refused = false;
        for (RegisteredDelivery delivery : outcome.registration().orElseThrow().unchanged()) {
            String name = delivery.authorityCode() + "/" + delivery.period();
            if (delivery.state().equals("refused")) {
                refused = true;
                csw.out()
                        .println("NOT LOADED: " + name + " was refused before and has not changed since."
                                + " See csw deliveries list --authority " + delivery.authorityCode() + ".");
            } else {
                csw.out().println("Nothing new: " + name + " is loaded, and has not changed since.");
            }
        }
        return refused ? ExitCode.FAILED : ExitCode.DONE;
    }
}
