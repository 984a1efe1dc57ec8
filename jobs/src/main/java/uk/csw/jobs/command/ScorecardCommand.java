package uk.csw.jobs.command;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.Scorecard;

/** {@code csw scorecard}: one authority's figures at one period. */
@Command(name = "scorecard", description = "One authority's figures beside last period, last year and its neighbours.")
final class ScorecardCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(
            arity = "0..1",
            paramLabel = "AUTHORITY",
            description = "code, such as 301; default the one with most figures")
    private @Nullable String authority;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "month, such as 2026-09; default the newest")
    private @Nullable YearMonth period;

    @Option(
            names = "--basis",
            description = "month, quarter, ytd, r12, snapshot or annual; default the one that says most, KPI by KPI")
    private @Nullable String basis;

    ScorecardCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.forReading(csw, "scorecard")) {
            List<String> lines = warehouse.read(
                    "figures with their small numbers",
                    Warehouse.FIGURE_READERS,
                    connection -> new Scorecard(connection)
                            .lines(authority, period == null ? null : Arguments.key(period), basis));
            if (lines.isEmpty()) {
                throw new UsageProblem("There are no figures" + (authority == null ? "" : " of authority " + authority)
                        + (period == null ? "" : " for " + period) + ". See csw deliveries list.");
            }
            lines.forEach(csw.out()::println);
        }
        return ExitCode.DONE;
    }
}
