package uk.csw.jobs.command;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.ExplainedFigure;
import uk.csw.pipeline.explain.Explain;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.postgres.InTransaction;

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

    ExplainCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws Exception {
        KpiDefinition definition = KpiCatalogue.load(csw.configFolder())
                .find(kpi.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new UsageProblem("There is no KPI " + kpi + " in " + csw.configFolder() + "/kpis."));
        List<String> lines = new ArrayList<>();
        try (Warehouse warehouse = Warehouse.open(csw, "explain")) {
            for (Basis one : bases(definition)) {
                InTransaction.run(
                                warehouse.dataSource(),
                                connection -> Explain.figure(connection, definition, authority, period, one))
                        .ifPresent(explanation -> lines.addAll(ExplainedFigure.lines(explanation)));
            }
        }
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

    private List<Basis> bases(KpiDefinition definition) {
        return basis == null ? List.copyOf(definition.timing().bases()) : List.of(Arguments.basis(basis));
    }
}
