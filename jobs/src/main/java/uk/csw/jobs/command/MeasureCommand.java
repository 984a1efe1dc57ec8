package uk.csw.jobs.command;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;

/** {@code csw measure}: works out again what is out of date, without showing it. */
@Command(
        name = "measure",
        description = {
            "Measures, compares and judges again every figure that is out of date.",
            "From the facts in force: every figure whose definition, population, published tables, "
                    + "neighbours, groups or target changed since it was worked out. Stops after the gate, so that "
                    + "the release can be looked at; csw publish shows it, and so does the next night.",
            "A release never mixes definitions: all authorities that are out of date are measured "
                    + "together, over all their months."
        })
final class MeasureCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "AUTHORITY",
            description = "code, such as 301: do nothing unless this authority is out of date")
    private @Nullable String authority;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "month, such as 2026-09; makes no difference, since all months are measured")
    private @Nullable YearMonth period;

    MeasureCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws SQLException {
        if (authority != null) {
            Arguments.checkAuthority(authority, csw.configFolder());
        }
        Optional<Integer> only = Optional.ofNullable(authority).map(Integer::valueOf);
        if (period != null) {
            csw.out().println("Not " + period + " alone: all months of an authority are measured together.");
        }
        try (Warehouse warehouse = Warehouse.open(csw, "night");
                Nightly nightly = csw.nightly(warehouse)) {
            NightOutcome outcome = nightly.measure(only);
            csw.home().keepMetrics(nightly.metrics());
            return outcome.runs().isEmpty()
                    ? nothingRun(nightly, only)
                    : NightlyCommand.report(csw, warehouse, outcome);
        }
    }

    private int nothingRun(Nightly nightly, Optional<Integer> only) throws SQLException {
        if (!nightly.isOutOfDate(only)) {
            csw.out()
                    .println("Nothing to do: the figures shown"
                            + only.map(key -> " of authority " + key).orElse("")
                            + " come from the definitions, tables and targets in force.");
            return ExitCode.DONE;
        }
        Optional<Long> release = nightly.waitingRelease();
        if (release.isPresent()) {
            csw.out().println("Measured before: release " + release.get() + " waits. 'csw publish' shows it.");
            return ExitCode.DONE;
        }
        csw.out()
                .println("NOT MEASURED: the gate refused these figures before, and nothing has changed since."
                        + " 'csw runs list' names the run.");
        return ExitCode.GATE_REFUSED;
    }
}
