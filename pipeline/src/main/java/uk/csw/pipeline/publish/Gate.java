package uk.csw.pipeline.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.settings.Settings;

/** Judges the candidates of a release before anybody sees them. Changes nothing. */
public final class Gate {
    private static final int CASES = 5;

    /** A position that moves by more than a quarter and more than twenty children within a month asks for a look. */
    private static final int STOCK_CHANGE_PERCENT = 25;

    private static final int STOCK_CHANGE_CHILDREN = 20;

    private final Connection connection;
    private final List<GateFinding> findings = new ArrayList<>();
    private int checks;

    private Gate(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs every check over the candidates.
     *
     * @param releaseId the release, whose night's deliveries are judged by their quarantined rows
     */
    public static GateReport judge(Connection connection, KpiCatalogue catalogue, Settings.Gate bounds, long releaseId)
            throws SQLException {
        Gate gate = new Gate(connection);
        gate.blocks("two figures of one KPI, authority, period and basis", sql("duplicates.sql"));
        gate.blocks("a covered month without a figure", sql("missing.sql").with("expected", expected(catalogue)));
        gate.blocks("a figure that contradicts its status", sql("contradictions.sql"));
        gate.blocks("a percentage outside 0 to 100, or more counted than there are", sql("percentages.sql"));
        gate.blocks("a comparison without a figure", sql("stray_comparisons.sql"));
        gate.blocks(
                "too large a share of the night's rows is in quarantine",
                sql("quarantined.sql").with("release", releaseId).with("percent", bounds.quarantinedPercent()));
        gate.warns(
                "a position that changed much within a month",
                sql("stock_changes.sql").with("percent", STOCK_CHANGE_PERCENT).with("children", STOCK_CHANGE_CHILDREN));
        gate.warns("a delivered figure that no definition takes", sql("not_taken.sql"));
        gate.warns("figures shown now that would vanish", sql("vanishing.sql"));
        gate.findings.sort(Comparator.comparing(GateFinding::isBlocking).reversed());
        return new GateReport(gate.checks, gate.findings);
    }

    private void blocks(String check, Sql query) throws SQLException {
        run(check, true, query);
    }

    private void warns(String check, Sql query) throws SQLException {
        run(check, false, query);
    }

    /** @param query gives, for the first few cases, how many there are and the case in words */
    private void run(String check, boolean isBlocking, Sql query) throws SQLException {
        checks++;
        List<Case> cases =
                query.with("cases", CASES).list(connection, row -> new Case(row.getLong(1), row.getString(2)));
        if (!cases.isEmpty()) {
            findings.add(new GateFinding(
                    check,
                    isBlocking,
                    cases.get(0).count(),
                    cases.stream().map(Case::words).toList()));
        }
    }

    private static Sql sql(String file) {
        return Sql.file(Gate.class, file);
    }

    private static String expected(KpiCatalogue catalogue) {
        List<Expected> rows = catalogue.definitions().stream()
                .flatMap(kpi -> kpi.timing().bases().stream()
                        .map(basis -> new Expected(
                                kpi.code(),
                                basis.word(),
                                kpi.entity(),
                                kpi.timing().yearEnds().getValue())))
                .toList();
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(rows);
    }

    private record Case(long count, String words) {}

    /** One KPI on one basis, which every covered month must have. */
    private record Expected(String kpiCode, String basis, String entity, int yearEnds) {}
}
