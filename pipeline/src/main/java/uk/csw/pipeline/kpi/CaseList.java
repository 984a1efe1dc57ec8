package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.sqlcondition.CheckedSql;
import uk.csw.pipeline.sqlcondition.ColumnType;

/**
 * The rows of the facts, as they are now, that one figure counts: by the same conditions, window and once-per-child rule
 * as {@link Measure}. Pseudonymous: a key, the dates that analysts see in {@code mart}, and where the row was delivered.
 *
 * @param key what a case is known by: {@code child_key}, or the number of a court case or household
 * @param dates the names of the dates each case has
 * @param numerator what the rows add up to above the line; absent for a median
 * @param denominator how many rows stand below the line; absent where it is a population, or there is none
 * @param cases the rows
 */
public record CaseList(
        String key,
        List<String> dates,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        List<Case> cases) {
    private static final String BIRTHDAY = "birthday";

    public CaseList {
        dates = List.copyOf(dates);
        cases = List.copyOf(cases);
    }

    /**
     * One row.
     *
     * @param dates in the order of the names; an absent one is not known
     * @param amount what it adds to a mean, or the number a median is taken of
     * @param origin where it was delivered; absent for rows that are derived from several
     */
    public record Case(
            long key,
            List<Optional<LocalDate>> dates,
            boolean isAbove,
            boolean isBelow,
            Optional<BigDecimal> amount,
            Optional<Origin> origin) {
        public Case {
            dates = List.copyOf(dates);
        }
    }

    /** The row of a file. */
    public record Origin(long deliveryId, String fileName, long line) {}

    /**
     * Lists what a figure would count now. Whether the months are covered is not looked at.
     *
     * @param kpi one that is counted
     */
    public static CaseList of(Connection connection, KpiDefinition kpi, int authorityKey, YearMonth period, Basis basis)
            throws SQLException {
        Counting counting = kpi.counting();
        CountedFact fact = counting.fact();
        Map<String, String> dates = dates(counting);
        Optional<CheckedSql> amount = counting.median().or(counting::sum);
        boolean isMedian = counting.median().isPresent();
        boolean isShare = counting.denominator().isPresent() && !kpi.isCountOn(basis);
        List<Case> cases = SqlTemplate.file("cases.sql")
                .fill("key", key(fact))
                .fill("dates", String.join(", ", dates.values()))
                .fill("above", isMedian ? "false" : counting.numerator().text())
                .fill(
                        "below",
                        isMedian
                                ? among(counting)
                                : isShare ? counting.denominator().orElseThrow().text() : "false")
                .fill("amount", amount.map(CheckedSql::text).orElse("null"))
                .fill("file_id", isTraced(fact) ? "file_id" : "null::bigint")
                .fill("line", isTraced(fact) ? "line" : "null::bigint")
                .fill("rows", rows(fact))
                .fill("month", fact.monthOf(counting.date()))
                .fill("previous", fact.previousMonth(counting.occasion()))
                .fill("next", fact.nextMonth(counting.occasion()))
                .sql()
                .with("authority", authorityKey)
                .with("first", PeriodKey.of(kpi.firstMonthCounted(basis, period)))
                .with("last", PeriodKey.of(period))
                .list(connection, CaseList::row);
        return new CaseList(
                key(fact),
                List.copyOf(dates.keySet()),
                isMedian
                        ? Optional.empty()
                        : Optional.of(numerator(cases, counting.sum().isPresent())),
                isShare ? Optional.of(count(cases.stream().filter(Case::isBelow).count())) : Optional.empty(),
                cases);
    }

    private static String among(Counting counting) {
        return counting.numerator()
                .and(counting.median().orElseThrow().isKnown())
                .text();
    }

    private static BigDecimal numerator(List<Case> cases, boolean isSum) {
        return isSum
                ? cases.stream()
                        .filter(Case::isAbove)
                        .flatMap(row -> row.amount().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : count(cases.stream().filter(Case::isAbove).count());
    }

    private static BigDecimal count(long rows) {
        return BigDecimal.valueOf(rows);
    }

    private static String key(CountedFact fact) {
        return switch (fact) {
            case PROCEEDING, EARLY_HELP_MONTH -> "case_no";
            case FOSTER_HOUSEHOLD, FOSTER_HOUSEHOLD_MONTH -> "household_no";
            case ADOPTER -> "adopter_no";
            default -> "child_key";
        };
    }

    /** Where an analyst may read the rows: of a birthday, as everywhere, no more than the month. */
    private static String rows(CountedFact fact) {
        return fact == CountedFact.CARE_LEAVER ? "kpi.care_leaver" : fact.relation();
    }

    /** Whether each row of the fact is one row of a file. */
    private static boolean isTraced(CountedFact fact) {
        return switch (fact) {
            case CARE_EPISODE,
                    CARE_LEAVER,
                    REFERRAL,
                    ASSESSMENT,
                    ENQUIRY,
                    PLAN,
                    CONTACT,
                    RETURN_INTERVIEW,
                    EDUCATION_PLAN -> true;
            default -> false;
        };
    }

    /**
     * The dates to show, with their SQL, the one that places a row in a period first. Of a birthday only the month, and
     * not what a span of care remembers of another: analysts do not see either.
     */
    private static Map<String, String> dates(Counting counting) {
        return counting.fact().columns().entrySet().stream()
                .filter(column -> column.getValue() == ColumnType.DATE)
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("previous_end_date"))
                .sorted(Comparator.comparing(name -> !counting.date().equals(Optional.of(name))))
                .collect(Collectors.toMap(
                        name -> name.equals(BIRTHDAY) ? "birthday_month" : name,
                        name -> name.equals(BIRTHDAY) ? "date_trunc('month', birthday)" : name,
                        (one, two) -> one,
                        LinkedHashMap::new));
    }

    private static Case row(ResultSet row) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal("amount");
        @Nullable String file = row.getString("file_name");
        return new Case(
                row.getLong("case_key"),
                Arrays.stream((Date[]) row.getArray("dates").getArray())
                        .map(date -> Optional.ofNullable(date).map(Date::toLocalDate))
                        .toList(),
                row.getBoolean("is_above"),
                row.getBoolean("is_below"),
                Optional.ofNullable(amount),
                file == null
                        ? Optional.empty()
                        : Optional.of(new Origin(row.getLong("delivery_id"), file, row.getLong("line"))));
    }
}
