package uk.csw.pipeline.explain;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.kpi.KpiWords;
import uk.csw.pipeline.kpi.Unit;
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
        StatusReason statusReason = StatusReason.of(connection, kpi, authority, period, basis);
        List<Explanation.FileBehind> files = file("files.sql")
                .with("authority", authority)
                .with("first_period", PeriodKey.of(kpi.firstMonthNeeded(basis, period)))
                .with("entities", kpi.restsOn())
                .list(connection, Explain::fileBehind);
        Optional<Explanation.Judgement> judgement = figureSql("judgement.sql").first(connection, Explain::judgement);
        List<Explanation.Beside> comparisons = figureSql("comparisons.sql").list(connection, Explain::beside);
        List<Explanation.Member> members = figureSql("members.sql").list(connection, Explain::member);
        List<Explanation.Shown> history = figureSql("history.sql").list(connection, Explain::shown);
        List<Explanation.Refusal> refusals = refusals(files);
        return figureSql("figure.sql")
                .first(
                        connection,
                        row -> new Explanation(
                                kpi.code(),
                                row.getString("definition_version"),
                                words(row),
                                kpi.isCountOn(basis) ? Unit.COUNT : kpi.unit(),
                                kpi.decimalsOn(basis),
                                authority,
                                row.getString("authority_name"),
                                period,
                                basis,
                                row.getLong("release_from"),
                                figure(row, statusReason),
                                signedOff(row),
                                judgement,
                                comparisons,
                                members,
                                history,
                                files,
                                refusals));
    }

    private List<Explanation.Refusal> refusals(List<Explanation.FileBehind> files) throws SQLException {
        return file("refusals.sql")
                .with(
                        "deliveries",
                        loaded(files).map(Explanation.FileBehind::deliveryId).toList())
                .with("files", loaded(files).map(Explanation.FileBehind::fileId).toList())
                .list(
                        connection,
                        row -> new Explanation.Refusal(
                                row.getString("layout"),
                                row.getString("rule_code"),
                                row.getString("title"),
                                row.getLong("rows_refused")));
    }

    private static Stream<Explanation.FileBehind> loaded(List<Explanation.FileBehind> files) {
        return files.stream().filter(file -> !file.isHeld());
    }

    private Sql figureSql(String name) {
        return file(name)
                .with("kpi", kpi.code())
                .with("authority", authority)
                .with("period", PeriodKey.of(period))
                .with("basis", basis.word());
    }

    private static Sql file(String name) {
        return Sql.file(Explain.class, name);
    }

    private static Explanation.Figure figure(ResultSet row, StatusReason statusReason) throws SQLException {
        String status = row.getString("status");
        return new Explanation.Figure(
                number(row, "numerator"),
                number(row, "denominator"),
                number(row, "value"),
                number(row, "interval_low"),
                number(row, "interval_high"),
                row.getBoolean("is_provisional"),
                status,
                statusReason.words(status));
    }

    private static Optional<Explanation.SignedOff> signedOff(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("signed_off_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Explanation.SignedOff(
                        by,
                        row.getObject("signed_off_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("is_held"),
                        number(row, "held_value")));
    }

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

    private static Explanation.Judgement judgement(ResultSet row) throws SQLException {
        return new Explanation.Judgement(
                row.getString("rag"),
                row.getString("rag_reason"),
                row.getBoolean("has_rule") ? Optional.of(rule(row)) : Optional.empty(),
                row.getString("rag_last_year_rule"),
                row.getString("last_year_rule_text"),
                row.getString("short_state"),
                row.getString("long_state"),
                row.getString("long_certainty"),
                row.getString("signal_text"),
                row.getString("assurance_text"),
                row.getString("projection_text"));
    }

    private static Explanation.Rule rule(ResultSet row) throws SQLException {
        return new Explanation.Rule(
                row.getString("rule_type"),
                row.getString("target_text"),
                row.getBoolean("is_for_all"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("tol_below"),
                row.getBigDecimal("tol_above"),
                row.getBoolean("is_tol_relative"),
                row.getString("tolerance_colour"),
                row.getBoolean("improve_test"),
                row.getString("reason"),
                row.getString("approved_by"));
    }

    private static Explanation.Beside beside(ResultSet row) throws SQLException {
        return new Explanation.Beside(
                row.getString("comparator"),
                row.getString("comparator_name"),
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

    private static Explanation.Member member(ResultSet row) throws SQLException {
        return new Explanation.Member(
                row.getString("comparator"),
                row.getString("comparator_name"),
                row.getString("vintage"),
                row.getInt("place"),
                row.getString("closeness"),
                row.getString("authority_code"),
                row.getString("authority_name"),
                number(row, "value"),
                number(row, "published_value"),
                row.getBoolean("is_used"),
                row.getString("reason"));
    }

    private static Explanation.Shown shown(ResultSet row) throws SQLException {
        return new Explanation.Shown(
                row.getLong("release_id"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                number(row, "numerator"),
                number(row, "denominator"),
                number(row, "value"),
                row.getString("status"),
                row.getString("reason"));
    }

    private static Explanation.FileBehind fileBehind(ResultSet row) throws SQLException {
        return new Explanation.FileBehind(
                row.getLong("delivery_id"),
                row.getLong("file_id"),
                month(row, "period_key").orElseThrow(),
                row.getString("layout"),
                row.getString("file_name"),
                row.getBoolean("is_held"),
                row.getLong("rows_read"),
                row.getLong("rows_staged"),
                row.getLong("rows_quarantined"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
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
