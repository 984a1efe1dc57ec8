package uk.csw.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.nightly.Runs;
import uk.csw.jobs.report.NightReport;
import uk.csw.pipeline.postgres.InTransaction;

/** {@code csw nightly}: the whole flow for every new or changed delivery. */
@Command(
        name = "nightly",
        description = {
            "Takes every new or changed delivery through the whole flow.",
            "Figures that are out of date for another reason (definitions, population, published tables, "
                    + "neighbours, groups or targets changed) are worked out again, too."
        })
final class NightlyCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            defaultValue = "inbox",
            description = "the deliveries, as DIR/<authority code>/<yyyy-mm>/<files>; default ./inbox")
    private Path inbox = Path.of("inbox");

    NightlyCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws SQLException {
        if (!Files.isDirectory(inbox)) {
            throw new UsageProblem("There is no inbox at " + inbox.toAbsolutePath()
                    + ". Name the folder that holds <authority code>/<yyyy-mm>/<files> with --inbox DIR.");
        }
        try (Warehouse warehouse = Warehouse.open(csw, "night");
                Nightly nightly = csw.nightly(warehouse)) {
            NightOutcome outcome = nightly.run(inbox);
            csw.home().keepMetrics(nightly.metrics());
            return report(csw, warehouse, outcome);
        }
    }

    /** Prints what became of a night; returns the exit code. */
    static int report(CswCommand csw, Warehouse warehouse, NightOutcome outcome) throws SQLException {
        if (outcome.isNothingNew()) {
            csw.out().println("Nothing new.");
            return ExitCode.DONE;
        }
        boolean tookAll = InTransaction.run(
                warehouse.dataSource(), connection -> new NightReport(connection, csw.out()::println).print(outcome));
        if (outcome.runs().stream().anyMatch(Runs.Run::isWaiting)) {
            csw.out().println("MEASURED, NOT SHOWN YET. 'csw publish' shows it, and so does the next 'csw nightly'.");
            return ExitCode.DONE;
        }
        if (!outcome.runs().stream().allMatch(Runs.Run::isComplete)) {
            csw.out()
                    .println("FAILED. Run the same command again to go on from the step that failed. Details: "
                            + csw.home().logs().resolve("csw.log"));
            return ExitCode.FAILED;
        }
        if (outcome.runs().stream().anyMatch(Runs.Run::isRefused)) {
            csw.out().println("LOADED, NOT PUBLISHED: the gate refused the release.");
            return ExitCode.GATE_REFUSED;
        }
        if (!tookAll) {
            if (outcome.runs().isEmpty()) {
                csw.out().println("NOTHING LOADED: what came was refused; see above.");
                return ExitCode.FAILED;
            }
            csw.out()
                    .println("DONE, BUT NOT FOR ALL: a delivery was refused or a file held back; see above."
                            + " Everything else was loaded and published.");
            return ExitCode.FAILED;
        }
        csw.out().println("Done.");
        return ExitCode.DONE;
    }
}
