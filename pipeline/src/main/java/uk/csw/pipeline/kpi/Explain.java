package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.postgres.Sql;

/** Answers "where does this figure come from?" from what is published now. Names no child. */
public final class Explain {
    private final Connection connection;
    private final KpiDefinition kpi;
    private final int authority;
    private final YearMonth period;
    private final Basis basis;

    private Explain(Connection connection, KpiDefinition kpi, int authority, YearMonth period, Basis basis) {
        this.connection = connection;
        this.kpi = kpi;
        this.authority = authority;
        this.period = period;
        this.basis = basis;
    }

    /** The explanation of one figure; empty when none is shown for this authority, period and basis. */
    public static Optional<Explanation> figure(
            Connection connection, KpiDefinition kpi, int authorityKey, YearMonth period, Basis basis)
            throws SQLException {
        return new Explain(connection, kpi, authorityKey, period, basis).explanation();
    }

    private Optional<Explanation> explanation() throws SQLException {
        String reasonNotAvailable = reasonNotAvailable();
        List<Explanation.FileBehind> files = Sql.file(Explain.class, "explain_files.sql")
                .with("authority", authority)
                .with("first_period", PeriodKey.of(kpi.firstMonthNeeded(basis, period)))
                .with("entities", kpi.restsOn())
                .list(connection, Explain::file);
        List<Explanation.Beside> comparisons =
                figureSql("explain_comparisons.sql").list(connection, Explain::beside);
        return figureSql("explain_figure.sql")
                .first(
                        connection,
                        row -> new Explanation(
                                kpi.code(),
                                row.getString("definition_version"),
                                words(row),
                                kpi.unit(),
                                kpi.decimalsOn(basis),
                                authority,
                                period,
                                basis,
                                row.getLong("release_from"),
                                figure(row, reasonNotAvailable),
                                files,
                                comparisons));
    }

    private Sql figureSql(String file) {
        return Sql.file(Explain.class, file)
                .with("kpi", kpi.code())
                .with("authority", authority)
                .with("period", PeriodKey.of(period))
                .with("basis", basis.word());
    }

    private Explanation.Figure figure(ResultSet row, String reasonNotAvailable) throws SQLException {
        String status = row.getString("status");
        String reason = switch (status) {
            case "not_applicable" ->
                "The indicator applies from " + kpi.timing().validFrom() + " to "
                        + kpi.timing().validTo() + " only.";
            case "not_available" -> reasonNotAvailable;
            case "no_data" -> "There is nothing below the line to take a share of.";
            case "immature" -> "The outcome is known only " + kpi.timing().maturityDays() + " days after the period.";
            case "too_few" -> "Fewer than " + kpi.minimumDenominator() + " below the line: too few to judge by.";
            default ->
                kpi.counting().fact() == CountedFact.INDICATOR
                        ? "As the service that owns it delivered it."
                        : "Counted from all that is known.";
        };
        return new Explanation.Figure(
                number(row, "numerator"),
                number(row, "denominator"),
                number(row, "value"),
                number(row, "interval_low"),
                number(row, "interval_high"),
                row.getBoolean("is_provisional"),
                status,
                reason);
    }

    private String reasonNotAvailable() throws SQLException {
        if (kpi.counting().fact() == CountedFact.INDICATOR) {
            return "No indicators.csv has brought a possible figure for this month and basis.";
        }
        List<Covered> covered = Sql.file(Explain.class, "explain_coverage.sql")
                .with("authority", authority)
                .with("entities", kpi.coveredBy())
                .with("period", PeriodKey.of(period))
                .list(connection, row -> new Covered(row.getString("entity"), month(row, "covered_from")));
        List<String> missing = covered.stream()
                .filter(entity -> entity.from().isEmpty())
                .map(Covered::entity)
                .toList();
        if (missing.size() == covered.size()) {
            return "No delivery in force covers this month any more.";
        }
        if (!missing.isEmpty()) {
            return "It rests on deliveries of " + String.join(", ", kpi.coveredBy())
                    + "; this month is not covered by any of " + String.join(", ", missing) + ".";
        }
        YearMonth needed = kpi.firstMonthNeeded(basis, period);
        return covered.stream()
                .flatMap(entity -> entity.from().stream())
                .max(Comparator.naturalOrder())
                .filter(from -> from.isAfter(needed))
                .map(from ->
                        "It needs every month from " + needed + "; the deliveries cover the months from " + from + ".")
                .orElse("There is no population estimate for this authority.");
    }

    /** An entity the KPI rests on, and the first month of the covered run that ends with the period, if any does. */
    private record Covered(String entity, Optional<YearMonth> from) {}

    private static KpiWords words(ResultSet row) throws SQLException {
        return new KpiWords(
                row.getString("kpi_name"),
                row.getString("plain_english"),
                row.getString("acronyms"),
                row.getString("group_name"),
                row.getString("outcome"),
                row.getString("numerator_text"),
                row.getString("denominator_text"),
                row.getString("comparator_text"));
    }

    private static Explanation.FileBehind file(ResultSet row) throws SQLException {
        return new Explanation.FileBehind(
                row.getLong("delivery_id"),
                month(row, "period_key").orElseThrow(),
                row.getString("layout"),
                row.getString("file_name"),
                row.getBoolean("is_held"),
                row.getLong("rows_read"),
                row.getLong("rows_staged"),
                row.getLong("rows_quarantined"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static Explanation.Beside beside(ResultSet row) throws SQLException {
        return new Explanation.Beside(
                row.getString("comparator"),
                month(row, "comparator_period"),
                row.getString("vintage"),
                number(row, "comparator_value"),
                number(row, "difference"),
                row.getString("direction"),
                row.getString("method"),
                row.getInt("members_used"),
                row.getInt("members_total"),
                number(row, "rank").map(BigDecimal::intValue),
                number(row, "rank_of").map(BigDecimal::intValue));
    }

    private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        @Nullable BigDecimal number = row.getBigDecimal(column);
        return Optional.ofNullable(number);
    }

    private static Optional<YearMonth> month(ResultSet row, String column) throws SQLException {
        int key = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(PeriodKey.month(key));
    }
}
