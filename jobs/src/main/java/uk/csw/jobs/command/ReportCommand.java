package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.CommitteePaper;

/** {@code csw report}: one authority's period as a paper for a committee. */
@Command(
        name = "report",
        description = {
            "One authority's period as a paper for a committee, in Markdown.",
            "Colours and their reasons, every figure beside its target, the period before, last year, "
                    + "neighbours, region and England. It shows small numbers: it is for members and officers, not "
                    + "for publishing."
        })
final class ReportCommand implements Callable<Integer> {
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

    @Option(names = "--to", paramLabel = "FILE", description = "write it to this file instead of printing it")
    private @Nullable Path to;

    ReportCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws Exception {
        List<String> lines;
        try (Warehouse warehouse = Warehouse.forReading(csw, "report")) {
            lines = warehouse.read(
                    "figures with their small numbers",
                    Warehouse.FIGURE_READERS,
                    connection -> new CommitteePaper(connection)
                            .lines(authority, period == null ? null : Arguments.key(period), basis));
        }
        if (lines.isEmpty()) {
            throw new UsageProblem("There are no figures" + (authority == null ? "" : " of authority " + authority)
                    + (period == null ? "" : " for " + period) + ". See csw deliveries list.");
        }
        if (to == null) {
            lines.forEach(csw.out()::println);
        } else {
            write(to, lines);
            csw.out().println("Written to " + to.toAbsolutePath().normalize());
        }
        return ExitCode.DONE;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UsageProblem("Cannot write to " + file.toAbsolutePath() + ": " + e.getMessage());
        }
    }
}
