package uk.csw.jobs.command;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.nightly.Runs;
import uk.csw.jobs.report.TextTable;

/** {@code csw runs}: what ran, what failed, and starting again from there. */
@Command(name = "runs", description = "What ran, what failed in which step and why; start again from there.")
final class RunsCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.UK);

    private static final int SHORT_ID = 18;

    private final CswCommand csw;

    RunsCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(description = "Lists runs, newest first.")
    int list(@Option(names = "--most", defaultValue = "20", description = "runs to list; default 20") int most) {
        TextTable table = TextTable.of(">run", "job", "night", "started", ">took", "state", "stopped at");
        try (Warehouse warehouse = Warehouse.open(csw, "runs");
                Nightly nightly = csw.nightly(warehouse)) {
            nightly.runs()
                    .newest(most)
                    .forEach(run -> table.row(
                            run.id(),
                            run.job(),
                            shortened(run.night()),
                            started(run),
                            took(run.took()),
                            run.state(),
                            stop(run)));
        }
        csw.print(table, "Nothing has run yet.");
        return ExitCode.DONE;
    }

    @Command(description = "Shows one run, step by step.")
    int show(@Parameters(paramLabel = "ID", description = "the run's number") long id) {
        try (Warehouse warehouse = Warehouse.open(csw, "runs");
                Nightly nightly = csw.nightly(warehouse)) {
            Runs.Run run = nightly.runs().find(id).orElseThrow(() -> unknown(id));
            csw.out().println("Run " + run.id() + " of " + run.job() + ", night " + run.night() + ": " + run.state());
            csw.out().println("Started " + started(run) + ", took " + took(run.took()));
            TextTable table = TextTable.of("step", "state", ">took", ">rows read", ">rows written");
            run.steps()
                    .forEach(step -> table.row(
                            step.isPartition() ? "  " + shortened(step.name().replace(':', ' ')) : step.name(),
                            step.state(),
                            took(step.took()),
                            count(step.read()),
                            count(step.written())));
            csw.print(table, "No step was started.");
            run.steps().stream()
                    .filter(step -> !step.failure().isEmpty())
                    .forEach(step -> csw.out().println(step.name() + ": " + step.failure()));
        }
        return ExitCode.DONE;
    }

    @Command(description = "Runs a failed night again, from the step that did not finish.")
    int restart(@Parameters(paramLabel = "ID", description = "the run's number") long id) throws Exception {
        try (Warehouse warehouse = Warehouse.open(csw, "night");
                Nightly nightly = csw.nightly(warehouse)) {
            Runs.Run run = nightly.runs().find(id).orElseThrow(() -> unknown(id));
            if (nightly.runs().isNightComplete(run)) {
                throw new UsageProblem("The night of run " + id + " is complete; there is nothing to run again.");
            }
            NightOutcome outcome = nightly.restart(run);
            if (outcome.runs().isEmpty()) {
                throw new UsageProblem("The night of run " + id + " was given up before it was published: its figures"
                        + " were measured anew since.");
            }
            return NightlyCommand.report(csw, warehouse, outcome);
        }
    }

    @Command(description = "Marks runs that a killed program left running as failed. Every night does this first.")
    int recover() throws Exception {
        try (Warehouse warehouse = Warehouse.open(csw, "night");
                Nightly nightly = csw.nightly(warehouse)) {
            int recovered = nightly.recover();
            csw.out().println(recovered == 0 ? "No run was left running." : recovered + " run(s) marked as failed.");
        }
        return ExitCode.DONE;
    }

    private static UsageProblem unknown(long id) {
        return new UsageProblem("There is no run " + id + ". See csw runs list.");
    }

    private static String started(Runs.Run run) {
        return run.started().map(TIME::format).orElse("-");
    }

    private static String stop(Runs.Run run) {
        return run.steps().stream()
                .filter(step -> step.state().equals("failed") || step.state().equals("started"))
                .map(Runs.Step::name)
                .findFirst()
                .orElse("");
    }

    private static String count(long rows) {
        return rows == 0 ? "" : String.format(Locale.UK, "%,d", rows);
    }

    /** Long identifiers are told apart by their beginning. */
    private static String shortened(String id) {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    private static String took(Optional<Duration> duration) {
        return duration.map(time -> String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0))
                .orElse("-");
    }
}
