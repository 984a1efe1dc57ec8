package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.ExplainedFigure;
import uk.csw.jobs.report.ListedCases;
import uk.csw.pipeline.explain.CasesBehind;
import uk.csw.pipeline.explain.Explain;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.KpiDefinition;

/** {@code csw explain}: where one figure comes from. */
@Command(
        name = "explain",
        description =
                "One figure in words and tables: definition, counts, target, comparisons, neighbours, history, files.")
final class ExplainCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(index = "0", paramLabel = "KPI", description = "the KPI's code, such as CLA_RATE")
    private String kpi = "";

    @Parameters(index = "1", paramLabel = "AUTHORITY", description = "the authority's code, such as 301")
    private int authority;

    @Parameters(
            index = "2",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "the month, such as 2026-09")
    private YearMonth period = YearMonth.of(1, 1);

    @Option(names = "--basis", description = "month, quarter, ytd, r12, snapshot or annual; default all there are")
    private @Nullable String basis;

    @ArgGroup(exclusive = false)
    private @Nullable Cases cases;

    /** Asks for the rows behind the figure instead. */
    static final class Cases {
        @Option(
                names = "--cases",
                required = true,
                description = {
                    "list the cases behind the figure instead, as the facts are now: a key that names nobody, dates,",
                    "what each counts in. Mind who reads it"
                })
        private boolean wanted;

        @Option(
                names = "--to",
                paramLabel = "FILE",
                description = "write all of them to this CSV file, for its owner alone to read")
        private @Nullable Path to;
    }

    ExplainCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws Exception {
        KpiDefinition definition = KpiCatalogue.load(csw.configFolder())
                .find(kpi.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new UsageProblem("There is no KPI " + kpi + " in " + csw.configFolder() + "/kpis."));
        List<String> lines = cases == null ? explained(definition) : listed(definition, cases.to);
        if (lines.isEmpty()) {
            throw new UsageProblem(
                    "The current release has no figure " + definition.code() + " of authority " + authority
                            + " for " + period + (basis == null ? "" : " on basis " + basis) + ". See csw scorecard "
                            + authority
                            + ".");
        }
        lines.forEach(csw.out()::println);
        return ExitCode.DONE;
    }

    private List<String> explained(KpiDefinition definition) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Warehouse warehouse = Warehouse.forReading(csw, "explain")) {
            for (Basis one : bases(definition)) {
                warehouse
                        .read(
                                "where figures come from",
                                Warehouse.FIGURE_READERS,
                                connection -> Explain.figure(connection, definition, authority, period, one))
                        .ifPresent(explanation -> lines.addAll(ExplainedFigure.lines(explanation)));
            }
        }
        return lines;
    }

    private List<String> listed(KpiDefinition definition, @Nullable Path to) throws SQLException {
        List<Basis> bases = bases(definition);
        if (bases.size() > 1) {
            throw new UsageProblem("Each basis has cases of its own: name one with --basis, of "
                    + bases.stream().map(Basis::word).sorted().collect(Collectors.joining(", ")) + ".");
        }
        Optional<CasesBehind> behind;
        try (Warehouse warehouse = Warehouse.forReading(csw, "explain")) {
            behind = warehouse.read(
                    "the cases behind a figure",
                    Warehouse.ROW_READERS,
                    connection -> CasesBehind.figure(connection, definition, authority, period, bases.get(0)));
        }
        return behind.map(cases -> to == null ? ListedCases.lines(cases) : written(cases, to))
                .orElseGet(List::of);
    }

    private static List<String> written(CasesBehind behind, Path to) {
        List<String> lines = ListedCases.heading(behind);
        behind.list().ifPresent(list -> {
            try {
                ListedCases.write(behind, list, to);
            } catch (IOException e) {
                throw new UsageProblem("Cannot write to " + to.toAbsolutePath() + ": " + e.getMessage());
            }
            lines.add(list.cases().size() + " cases written to "
                    + to.toAbsolutePath().normalize() + ". A spreadsheet must read " + list.key()
                    + " as text, or it rounds it. Delete the file when you are done.");
        });
        return lines;
    }

    private List<Basis> bases(KpiDefinition definition) {
        return basis == null ? List.copyOf(definition.timing().bases()) : List.of(Arguments.basis(basis));
    }
}
