package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Counts every figure a second time, window by window, and compares all of them. */
class MeasureAgainstDirectCountTest {
    private static final Set<String> TWELVE_MONTHS_BACK = Set.of("CLA_3PLUS_PCT");
    private static final Set<String> THIRTY_MONTHS_BACK = Set.of("CLA_STAB_2Y_PCT");
    private static final Set<String> RATES = Set.of("CLA_RATE", "CLA_START_RATE", "CLA_CEASE_RATE");
    private static final int NEWEST_POPULATION = 2023;

    private final Map<String, Set<YearMonth>> covered = new TreeMap<>();

    @Test
    void every_figure_of_every_authority_month_and_basis_is_what_counting_it_directly_gives() throws SQLException {
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            connection.setAutoCommit(false);
            RandomFacts random = new RandomFacts(connection);
            random.authority(301, 90);
            random.authority(302, 40);
            random.authority(303, 12);
            random.finish();
            covers(random.facts(), 301, "2022-04", "2025-09");
            covers(random.facts(), 302, "2023-01", "2025-08");
            covers(random.facts(), 303, "2022-04", "2023-03");
            covers(random.facts(), 303, "2023-07", "2025-09");
            for (int authority : List.of(301, 302, 303)) {
                for (int year = 2021; year <= NEWEST_POPULATION; year++) {
                    random.facts().population(authority, year, authority * 10 + year);
                }
            }

            KpiCatalogue catalogue = KpiCatalogue.load(Shared.config());
            Measure.run(connection, catalogue, List.of(301, 302, 303));

            Map<String, String> expected = new TreeMap<>();
            for (Map.Entry<String, String> direct : DirectCount.statements().entrySet()) {
                KpiDefinition kpi = catalogue.find(direct.getKey()).orElseThrow();
                for (int authority : List.of(301, 302, 303)) {
                    for (YearMonth month : months(authority, kpi.entity())) {
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
            assertThat(expected).hasSizeGreaterThan(2500);
            assertThat(found(connection)).containsExactlyEntriesOf(expected);
        }
    }

    private String expected(
            Connection connection, KpiDefinition kpi, String sql, int authority, YearMonth month, Basis basis)
            throws SQLException {
        YearMonth first = first(basis, month);
        YearMonth needed = TWELVE_MONTHS_BACK.contains(kpi.code())
                ? month.minusMonths(11)
                : THIRTY_MONTHS_BACK.contains(kpi.code())
                        ? month.minusMonths(29)
                        : kpi.timing().bases().contains(Basis.SNAPSHOT) ? month : first;
        Set<YearMonth> months = months(authority, kpi.entity());
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
        if (Set.of(Basis.MONTH, Basis.QUARTER, Basis.YTD).contains(basis) && RATES.contains(kpi.code())) {
            return counts[0] + " = " + counts[0] + " measured";
        }
        if (RATES.contains(kpi.code())) {
            int financialYearEnd = month.getMonthValue() >= 4 ? month.getYear() + 1 : month.getYear();
            int midYear = Math.min(financialYearEnd - 1, NEWEST_POPULATION);
            return text(counts[0], new BigDecimal(authority * 10 + midYear), 10_000)
                    + (midYear < financialYearEnd - 1 ? " measured, provisional" : " measured");
        }
        if (counts[1].signum() == 0) {
            return "0 of 0 no_data";
        }
        return text(counts[0], counts[1], 100) + (counts[1].compareTo(BigDecimal.TEN) < 0 ? " too_few" : " measured");
    }

    private static Map<String, String> found(Connection connection) throws SQLException {
        Map<String, String> result = new TreeMap<>();
        Sql.of("select * from kpi.candidate_value").list(connection, row -> {
            BigDecimal numerator = row.getBigDecimal("numerator");
            BigDecimal denominator = row.getBigDecimal("denominator");
            BigDecimal value = row.getBigDecimal("value");
            String numbers = numerator == null
                    ? ""
                    : numerator.stripTrailingZeros().toPlainString()
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

    private void covers(FactRows facts, int authority, String from, String to) throws SQLException {
        for (String entity : List.of("care_episode", "care_leaver")) {
            facts.covers(authority, entity, YearMonth.parse(from), YearMonth.parse(to));
            Stream.iterate(
                            YearMonth.parse(from),
                            next -> !next.isAfter(YearMonth.parse(to)),
                            next -> next.plusMonths(1))
                    .forEach(months(authority, entity)::add);
        }
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
