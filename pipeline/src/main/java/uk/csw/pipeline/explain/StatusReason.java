package uk.csw.pipeline.explain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.postgres.Sql;

/** Why a figure has the status it has. */
final class StatusReason {
    private final KpiDefinition kpi;
    private final Optional<String> notCovered;

    private StatusReason(KpiDefinition kpi, Optional<String> notCovered) {
        this.kpi = kpi;
        this.notCovered = notCovered;
    }

    static StatusReason of(Connection connection, KpiDefinition kpi, int authority, YearMonth period, Basis basis)
            throws SQLException {
        List<Covered> covered = Sql.file(StatusReason.class, "coverage.sql")
                .with("authority", authority)
                .with("entities", kpi.coveredBy())
                .with("period", PeriodKey.of(period))
                .list(connection, Covered::of);
        return new StatusReason(kpi, notCovered(kpi, kpi.firstMonthNeeded(basis, period), covered));
    }

    /** Why records do not count the figure, in a sentence; absent where all the months it needs are covered. */
    Optional<String> notCovered() {
        return notCovered;
    }

    /** A sentence on the status a figure has. */
    String words(String status) {
        return switch (status) {
            case "not_applicable" ->
                "The indicator applies from " + kpi.timing().validFrom() + " to "
                        + kpi.timing().validTo() + " only.";
            case "not_available" ->
                kpi.isDelivered()
                        ? "No indicators.csv has brought a possible figure for this month and basis."
                        : notCovered.orElse("There is no population estimate for this authority.");
            case "no_data" -> "There is nothing below the line to take a share of.";
            case "immature" -> "The outcome is known only " + kpi.timing().maturityDays() + " days after the period.";
            case "too_few" -> "Fewer than " + kpi.minimumDenominator() + " below the line: too few to judge by.";
            default ->
                kpi.isDelivered() ? "As the service that owns it delivered it." : "Counted from all that is known.";
        };
    }

    private static Optional<String> notCovered(KpiDefinition kpi, YearMonth needed, List<Covered> covered) {
        List<String> missing = covered.stream()
                .filter(entity -> entity.from().isEmpty())
                .map(Covered::entity)
                .toList();
        if (missing.size() == covered.size()) {
            return Optional.of("No delivery in force covers this month any more.");
        }
        if (!missing.isEmpty()) {
            return Optional.of("It rests on deliveries of " + String.join(", ", kpi.coveredBy())
                    + "; this month is not covered by any of " + String.join(", ", missing) + ".");
        }
        return covered.stream()
                .flatMap(entity -> entity.from().stream())
                .max(Comparator.naturalOrder())
                .filter(from -> from.isAfter(needed))
                .map(from ->
                        "It needs every month from " + needed + "; the deliveries cover the months from " + from + ".");
    }

    /** An entity the KPI rests on, and the first month of the covered run that ends with the period, if any does. */
    private record Covered(String entity, Optional<YearMonth> from) {
        static Covered of(ResultSet row) throws SQLException {
            int key = row.getInt("covered_from");
            Optional<YearMonth> from = row.wasNull() ? Optional.empty() : Optional.of(PeriodKey.month(key));
            return new Covered(row.getString("entity"), from);
        }
    }
}
