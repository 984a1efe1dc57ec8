package uk.csw.pipeline.explain;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.CaseList;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.kpi.Unit;
import uk.csw.pipeline.postgres.Sql;

/**
 * The cases behind one published figure, by a key that names nobody, for those alone who may read the facts: the
 * database refuses everybody else.
 *
 * @param list the cases as the facts are now; absent when there are none to list
 * @param remarks why there is no list, or how it stands to the figure that is published, in sentences
 */
public record CasesBehind(
        String kpiCode,
        String kpiName,
        int authorityKey,
        String authorityName,
        YearMonth period,
        Basis basis,
        Optional<CaseList> list,
        List<String> remarks) {
    public CasesBehind {
        remarks = List.copyOf(remarks);
    }

    /** The cases behind one figure; empty when none is shown for this authority, period and basis. */
    public static Optional<CasesBehind> figure(
            Connection connection, KpiDefinition kpi, int authorityKey, YearMonth period, Basis basis)
            throws SQLException {
        Optional<Published> published = Sql.file(CasesBehind.class, "figure.sql")
                .with("kpi", kpi.code())
                .with("authority", authorityKey)
                .with("period", PeriodKey.of(period))
                .with("basis", basis.word())
                .first(connection, Published::of);
        if (published.isEmpty()) {
            return Optional.empty();
        }
        Published figure = published.get();
        Optional<String> reason =
                reasonForNone(kpi, figure, StatusReason.of(connection, kpi, authorityKey, period, basis));
        Optional<CaseList> list = reason.isPresent()
                ? Optional.empty()
                : Optional.of(CaseList.of(connection, kpi, authorityKey, period, basis));
        return Optional.of(new CasesBehind(
                kpi.code(),
                kpi.words().name(),
                authorityKey,
                figure.authorityName(),
                period,
                basis,
                list,
                list.map(cases -> beside(cases, figure, kpi, basis)).orElseGet(reason.stream()::toList)));
    }

    private static Optional<String> reasonForNone(KpiDefinition kpi, Published figure, StatusReason reason) {
        if (kpi.isDelivered()) {
            return Optional.of("The service that owns this figure delivers it as it is, in indicators.csv:"
                    + " there are no cases to list.");
        }
        if (figure.status().equals("not_applicable")) {
            return Optional.of(reason.words(figure.status()));
        }
        return reason.notCovered()
                .map(sentence -> kpi.isElseDelivered() && figure.hasValue()
                        ? "The figure is shown as the service that owns it delivered it, in indicators.csv: there are no"
                                + " cases to list. It is not counted from records: " + sentence
                        : "There are no cases to list. " + sentence);
    }

    private static List<String> beside(CaseList list, Published figure, KpiDefinition kpi, Basis basis) {
        List<String> remarks = new ArrayList<>();
        boolean isRate = kpi.unit() == Unit.PER_10000 && !kpi.isCountOn(basis);
        String listed = counts(list.numerator(), list.denominator());
        String shown = counts(figure.numerator(), isRate ? Optional.empty() : figure.denominator());
        if (figure.numerator().isEmpty() && figure.denominator().isEmpty()) {
            remarks.add("The figure is published as " + figure.status().replace('_', ' ')
                    + ", without counts. The cases, as the facts are now, add up to " + listed + ".");
        } else if (listed.equals(shown)) {
            remarks.add("Published: " + shown + ". The cases add up to that.");
        } else {
            remarks.add("Published: " + shown + ". The cases below add up to " + listed
                    + ": facts or the definition have changed since, "
                    + (figure.isSignedOff()
                            ? "but the period is signed off, so that the figure stays until csw reopen."
                            : "and the next night that measures shows it."));
        }
        if (!figure.definitionVersion().equals(kpi.version())) {
            remarks.add("The figure was counted by definition " + figure.definitionVersion() + "; this list follows "
                    + kpi.version() + ", as the configuration is now.");
        }
        if (isRate) {
            remarks.add("Below the line stands the population, so that nobody is listed for it.");
        }
        return remarks;
    }

    private static String counts(Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
        String above = numerator.map(CasesBehind::plain).orElse("");
        String below = denominator.map(CasesBehind::plain).orElse("");
        if (above.isEmpty()) {
            return below.isEmpty() ? "no counts" : "taken over " + below;
        }
        return below.isEmpty() ? above : above + " out of " + below;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** What the current release shows. */
    private record Published(
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            boolean hasValue,
            String status,
            boolean isSignedOff,
            String definitionVersion,
            String authorityName) {
        static Published of(ResultSet row) throws SQLException {
            @Nullable BigDecimal numerator = row.getBigDecimal("numerator");
            @Nullable BigDecimal denominator = row.getBigDecimal("denominator");
            return new Published(
                    Optional.ofNullable(numerator),
                    Optional.ofNullable(denominator),
                    row.getBigDecimal("value") != null,
                    row.getString("status"),
                    row.getString("signed_off_by") != null,
                    row.getString("definition_version"),
                    row.getString("authority_name"));
        }
    }
}
