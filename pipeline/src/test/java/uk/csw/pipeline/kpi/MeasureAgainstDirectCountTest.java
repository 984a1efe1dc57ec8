package uk.csw.pipeline.kpi;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Counts every figure a second time, window by window, and compares all of them. */
class MeasureAgainstDirectCountTest {
    private static final Map<String, Integer> MONTHS_BACK = Map.ofEntries(
            entry("CLA_3PLUS_PCT", 12),
            entry("CLA_STAB_2Y_PCT", 30),
            entry("CLA_HEALTH_PCT", 12),
            entry("CLA_DENTAL_IMM_PCT", 12),
            entry("CLA_IMM_PCT", 12),
            entry("CLA_SDQ", 12),
            entry("CLA_SDQ_COVER_PCT", 12),
            entry("CLA_SDQ_CONCERN_PCT", 12),
            entry("CLA_SW3_PCT", 12),
            entry("CLA_REVIEW_PCT", 18),
            entry("CL_STAYPUT_PCT", 24),
            entry("REREF_12M_PCT", 12),
            entry("CPP_REPEAT_24M_PCT", 24),
            entry("CPP_REVIEW_PCT", 12));
    private static final Map<String, List<String>> RESTS_ON = Map.ofEntries(
            entry("CL_", List.of("care_leaver")),
            entry("CL_STAYPUT_PCT", List.of("care_leaver", "care_episode")),
            entry("CLA_20MI_PCT", List.of("care_episode", "placement_distance", "placement_area")),
            entry("CLA_20MI_ANY_PCT", List.of("care_episode", "placement_distance")),
            entry("CLA_HEALTH_PCT", List.of("care_episode", "care_health")),
            entry("CLA_DENTAL_IMM_PCT", List.of("care_episode", "care_health")),
            entry("CLA_IMM_PCT", List.of("care_episode", "care_health")),
            entry("CLA_SDQ", List.of("care_episode", "care_health")),
            entry("CLA_REVIEW_PCT", List.of("care_episode", "care_review")),
            entry("CLA_MISSING_PCT", List.of("care_episode", "missing_episode")),
            entry("CLA_AWAY_PCT", List.of("care_episode", "missing_episode")),
            entry("CLA_SW3_PCT", List.of("care_episode", "social_worker_spell")),
            entry("ADOPT_12M_PCT", List.of("care_episode", "adoption")),
            entry("ADOPT_A2_DAYS", List.of("care_episode", "adoption")),
            entry("IA_10WD_PCT", List.of("assessment", "referral")),
            entry("CA_35WD_PCT", List.of("assessment")),
            entry("REF_NOTNEED_PCT", List.of("referral", "assessment")),
            entry("RE", List.of("referral")),
            entry("ASM_", List.of("assessment")),
            entry("S47_RATE", List.of("enquiry")),
            entry("ICPC_RATE", List.of("enquiry", "referral")),
            entry("ICPC_15WD_PCT", List.of("enquiry", "referral")),
            entry("CIN_RATE", List.of("referral")),
            entry("CIN_ONLY_N", List.of("referral", "plan", "care_episode")),
            entry("CINPLAN_RATE", List.of("plan")),
            entry("CPP_", List.of("plan")),
            entry("CPP_REVIEW_PCT", List.of("plan", "plan_review")));
    /** By {@link MeasureFeedsAgainstDirectCountTest}, or delivered and not counted at all. */
    private static final Set<CountedFact> COUNTED_ELSEWHERE = EnumSet.range(CountedFact.CONTACT, CountedFact.INDICATOR);

    private static final Set<String> IMMATURE = Set.of("REF_NOTNEED_PCT");
    private static final Set<String> OVER = Set.of("IA_10WD_PCT", "CA_35WD_PCT");
    private static final Set<String> OVER_THREE_YEARS = Set.of("ADOPT_A1_DAYS", "ADOPT_A2_DAYS");
    private static final Set<String> MEANS = Set.of("ADOPT_A1_DAYS", "ADOPT_A2_DAYS", "CLA_SDQ");
    private static final int TEN_WEEKS = 70;
    private static final int NEWEST_POPULATION = 2023;
    private static final List<Integer> AUTHORITIES = List.of(301, 302, 303);

    private final Map<String, Set<YearMonth>> covered = new TreeMap<>();

    @Test
    void every_figure_of_every_authority_month_and_basis_is_what_counting_it_directly_gives() throws SQLException {
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            connection.setAutoCommit(false);
            WorkingDays workingDays = ReferenceData.load(Shared.config()).workingDays();
            Sql.file(MeasureAgainstDirectCountTest.class, "bank_holidays.sql")
                    .with(
                            "days",
                            workingDays.holidays().stream()
                                    .map(LocalDate::toString)
                                    .toList())
                    .execute(connection);
            RandomFacts random = new RandomFacts(connection, workingDays);
            random.authority(301, 90);
            random.authority(302, 40);
            random.authority(303, 12);
            random.finish();
            coverage(random.facts());
            for (int authority : AUTHORITIES) {
                for (int year = 2021; year <= NEWEST_POPULATION; year++) {
                    random.facts().population(authority, year, authority * 10 + year);
                }
            }

            KpiCatalogue catalogue = KpiCatalogue.load(Shared.config());
            Measure.run(connection, catalogue, AUTHORITIES);

            Map<String, String> statements = new TreeMap<>(DirectCount.statements());
            statements.putAll(DirectCaseCount.statements());
            assertThat(catalogue.definitions().stream()
                            .filter(kpi ->
                                    !COUNTED_ELSEWHERE.contains(kpi.counting().fact())))
                    .extracting(KpiDefinition::code)
                    .containsExactlyElementsOf(statements.keySet());
            Map<String, String> expected = new TreeMap<>();
            for (Map.Entry<String, String> direct : statements.entrySet()) {
                KpiDefinition kpi = catalogue.find(direct.getKey()).orElseThrow();
                for (int authority : AUTHORITIES) {
                    for (YearMonth month : months(authority, restsOn(kpi).get(0))) {
                        for (Basis basis : kpi.timing().bases()) {
                            if (exists(basis, month)) {
                                expected.put(
                                        kpi.code() + " " + authority + " " + month + " " + basis.word(),
                                        expected(connection, kpi, direct.getValue(), authority, month, basis));
                            }
                        }
                    }
                }
            }
            assertThat(expected.size()).isGreaterThan(8000);
            assertThat(differences(expected, found(connection))).isEmpty();
        }
    }

    /** In words, since the whole of them would fill a book. */
    private static List<String> differences(Map<String, String> expected, Map<String, String> found) {
        Set<String> figures = new TreeSet<>(expected.keySet());
        figures.addAll(found.keySet());
        return figures.stream()
                .filter(figure -> !expected.getOrDefault(figure, "none").equals(found.getOrDefault(figure, "none")))
                .map(figure -> figure + ": counted " + expected.getOrDefault(figure, "none") + ", measured "
                        + found.getOrDefault(figure, "none"))
                .toList();
    }

    /** Every authority has gaps of its own: one record begins later, another ends earlier, a third stops in between. */
    private void coverage(FactRows facts) throws SQLException {
        List<String> all = List.of(
                "care_episode",
                "care_leaver",
                "care_health",
                "care_review",
                "missing_episode",
                "social_worker_spell",
                "asylum_seeker",
                "adoption",
                "placement_distance",
                "placement_area",
                "referral",
                "assessment",
                "enquiry",
                "plan",
                "plan_review");
        for (String entity : all) {
            String from = Map.of("plan_review", "2022-10", "referral", "2022-06", "placement_area", "2023-02")
                    .getOrDefault(entity, "2022-04");
            covers(facts, 301, entity, from, "2025-09");
            covers(facts, 302, entity, "2023-01", entity.equals("assessment") ? "2025-05" : "2025-08");
            covers(facts, 303, entity, "2022-04", entity.equals("plan") ? "2022-12" : "2023-03");
            covers(facts, 303, entity, "2023-07", "2025-09");
        }
    }

    private String expected(
            Connection connection, KpiDefinition kpi, String sql, int authority, YearMonth month, Basis basis)
            throws SQLException {
        if (OVER.contains(kpi.code())) {
            return "not_applicable";
        }
        YearMonth first = first(basis, month).minusMonths(OVER_THREE_YEARS.contains(kpi.code()) ? 24 : 0);
        int back = MONTHS_BACK.getOrDefault(kpi.code(), 0);
        YearMonth needed = kpi.timing().bases().contains(Basis.SNAPSHOT)
                ? month.minusMonths(Math.max(back, 1) - 1L)
                : first.minusMonths(back);
        Set<YearMonth> months = new TreeSet<>(months(authority, restsOn(kpi).get(0)));
        restsOn(kpi).forEach(entity -> months.retainAll(months(authority, entity)));
        if (!Stream.iterate(needed, next -> !next.isAfter(month), next -> next.plusMonths(1))
                .allMatch(months::contains)) {
            return "not_available";
        }
        BigDecimal[] counts = Sql.of(sql)
                .with("authority", authority)
                .with("first", first.atDay(1))
                .with("last", month.atEndOfMonth())
                .first(connection, row -> new BigDecimal[] {row.getBigDecimal(1), row.getBigDecimal(2)})
                .orElseThrow();
        boolean isRate = kpi.unit() == Unit.PER_10000;
        if (kpi.unit() == Unit.COUNT
                || isRate && Set.of(Basis.MONTH, Basis.QUARTER, Basis.YTD).contains(basis)) {
            return counts[0] + " = " + counts[0] + " measured";
        }
        if (isRate) {
            int financialYearEnd = month.getMonthValue() >= 4 ? month.getYear() + 1 : month.getYear();
            int midYear = Math.min(financialYearEnd - 1, NEWEST_POPULATION);
            return text(counts[0], new BigDecimal(authority * 10 + midYear), 10_000)
                    + (midYear < financialYearEnd - 1 ? " measured, provisional" : " measured");
        }
        boolean isMedian = kpi.unit() == Unit.WORKING_DAYS;
        if (counts[1].signum() == 0) {
            return (isMedian ? "-" : "0") + " of 0 no_data";
        }
        String numbers = isMedian
                ? "- of " + counts[1] + " = " + rounded(counts[0], 6)
                : text(counts[0], counts[1], MEANS.contains(kpi.code()) ? 1 : 100);
        if (IMMATURE.contains(kpi.code())
                && DAYS.between(month.atEndOfMonth(), newest(kpi, authority).atEndOfMonth()) < TEN_WEEKS) {
            return numbers + " immature";
        }
        return numbers + (counts[1].compareTo(BigDecimal.TEN) < 0 ? " too_few" : " measured");
    }

    /** By the longest beginning of its code that is listed; care episodes when none is. */
    private static List<String> restsOn(KpiDefinition kpi) {
        return RESTS_ON.entrySet().stream()
                .filter(rule -> kpi.code().startsWith(rule.getKey()))
                .max(Comparator.comparing(rule -> rule.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(List.of("care_episode"));
    }

    private YearMonth newest(KpiDefinition kpi, int authority) {
        return restsOn(kpi).stream()
                .map(entity -> months(authority, entity).stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Map<String, String> found(Connection connection) throws SQLException {
        Map<String, String> result = new TreeMap<>();
        Sql.of("select * from kpi.candidate_value").list(connection, row -> {
            BigDecimal numerator = row.getBigDecimal("numerator");
            BigDecimal denominator = row.getBigDecimal("denominator");
            BigDecimal value = row.getBigDecimal("value");
            String numbers = numerator == null && denominator == null
                    ? ""
                    : (numerator == null ? "-" : numerator.stripTrailingZeros().toPlainString())
                            + (denominator == null ? "" : " of " + denominator)
                            + (value == null ? "" : " = " + rounded(value, denominator == null ? 0 : 6))
                            + " ";
            return result.put(
                    row.getString("kpi_code") + " " + row.getInt("authority_key") + " "
                            + PeriodKey.month(row.getInt("period_key")) + " " + row.getString("basis"),
                    numbers + row.getString("status") + (row.getBoolean("is_provisional") ? ", provisional" : ""));
        });
        return result;
    }

    private void covers(FactRows facts, int authority, String entity, String from, String to) throws SQLException {
        YearMonth last = YearMonth.parse(to);
        facts.covers(authority, entity, YearMonth.parse(from), last);
        Stream.iterate(YearMonth.parse(from), next -> !next.isAfter(last), next -> next.plusMonths(1))
                .forEach(months(authority, entity)::add);
    }

    private Set<YearMonth> months(int authority, String entity) {
        return covered.computeIfAbsent(authority + entity, key -> new TreeSet<>());
    }

    private static boolean exists(Basis basis, YearMonth month) {
        return switch (basis) {
            case QUARTER -> Set.of(3, 6, 9, 12).contains(month.getMonthValue());
            case ANNUAL -> month.getMonthValue() == 3;
            default -> true;
        };
    }

    private static YearMonth first(Basis basis, YearMonth month) {
        return switch (basis) {
            case MONTH, SNAPSHOT -> month;
            case QUARTER -> month.minusMonths(2);
            case R12, ANNUAL -> month.minusMonths(11);
            case YTD ->
                month.getMonthValue() >= 4 ? YearMonth.of(month.getYear(), 4) : YearMonth.of(month.getYear() - 1, 4);
        };
    }

    private static String text(BigDecimal numerator, BigDecimal denominator, int scale) {
        BigDecimal value = numerator.multiply(BigDecimal.valueOf(scale)).divide(denominator, 12, RoundingMode.HALF_UP);
        return numerator + " of " + denominator + " = " + rounded(value, 6);
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
