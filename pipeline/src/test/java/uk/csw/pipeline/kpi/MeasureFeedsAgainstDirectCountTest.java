package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Counts the figures of contacts, visits, interviews, courts and fostering a second time, in plain Java. */
class MeasureFeedsAgainstDirectCountTest {
    private static final int RUTLAND = 857;
    private static final YearMonth FIRST = YearMonth.of(2022, 4);
    private static final YearMonth LAST = YearMonth.of(2024, 6);

    private final Random random = new Random(26);

    /**
     * One KPI, counted anew.
     *
     * @param date column that places a row in a period; {@code period_key} for stock
     * @param back covered months needed before the period
     */
    private record Recount(
            String code,
            String date,
            int back,
            Predicate<Map<String, String>> below,
            Predicate<Map<String, String>> above) {}

    private record Feed(CountedFact fact, IntFunction<Map<String, String>> row, List<Recount> recounts) {}

    @Test
    void every_figure_is_what_counting_the_rows_one_by_one_gives() throws SQLException {
        KpiCatalogue catalogue = KpiCatalogue.load(Shared.config());
        List<Feed> feeds = feeds();
        assertThat(feeds.stream().flatMap(feed -> feed.recounts().stream()).map(Recount::code))
                .containsExactlyInAnyOrderElementsOf(catalogue.definitions().stream()
                        .filter(kpi -> feeds.stream()
                                .anyMatch(feed -> feed.fact() == kpi.counting().fact()))
                        .map(KpiDefinition::code)
                        .toList());
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            FactRows facts = new FactRows(connection).reference().population(RUTLAND, 2021, 9000);
            connection.setAutoCommit(false);
            Map<String, String> expected = new TreeMap<>();
            Set<String> entities = new TreeSet<>(List.of("referral", "plan"));
            feeds.forEach(feed -> entities.add(feed.fact().entities().get(0)));
            for (String entity : entities) {
                facts.covers(RUTLAND, entity, FIRST, LAST);
            }
            for (Feed feed : feeds) {
                List<Map<String, String>> rows =
                        IntStream.range(0, 160).mapToObj(feed.row()).toList();
                for (Map<String, String> row : rows) {
                    facts.add(feed.fact(), RUTLAND, 1, row);
                }
                for (Recount recount : feed.recounts()) {
                    expected.putAll(figures(
                            catalogue.find(recount.code()).orElseThrow(),
                            feed.fact().isStock(),
                            recount,
                            rows));
                }
            }
            Measure.run(connection, catalogue, List.of(RUTLAND));

            Map<String, String> found = new TreeMap<>();
            Sql.of("select kpi_code, period_key, basis, numerator, denominator, status from kpi.candidate_value")
                    .list(
                            connection,
                            row -> found.put(
                                    row.getString(1) + " " + PeriodKey.month(row.getInt(2)) + " " + row.getString(3),
                                    row.getString(4) + " of " + row.getString(5) + " " + row.getString(6)));
            found.keySet().retainAll(expected.keySet());
            assertThat(expected).hasSizeGreaterThan(500);
            assertThat(found).isEqualTo(expected);
        }
    }

    private static Map<String, String> figures(
            KpiDefinition kpi, boolean isStock, Recount recount, List<Map<String, String>> rows) {
        Map<String, String> figures = new TreeMap<>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            for (Basis basis : kpi.timing().bases()) {
                if (basis == Basis.QUARTER && month.getMonthValue() % 3 > 0
                        || basis == Basis.ANNUAL && month.getMonthValue() != 3) {
                    continue;
                }
                YearMonth begins = begins(basis, month);
                YearMonth ends = month;
                List<Map<String, String>> base = rows.stream()
                        .filter(row -> isIn(row.getOrDefault(recount.date(), ""), isStock, begins, ends))
                        .filter(recount.below())
                        .toList();
                long above = base.stream().filter(recount.above()).count();
                figures.put(
                        recount.code() + " " + month + " " + basis.word(),
                        begins.minusMonths(recount.back()).isBefore(FIRST)
                                ? "null of null not_available"
                                : figure(kpi, basis, above, base.size(), month));
            }
        }
        return figures;
    }

    private static String figure(KpiDefinition kpi, Basis basis, long above, long below, YearMonth month) {
        return switch (kpi.unit()) {
            case COUNT -> above + " of null measured";
            case PER_10000 -> above + " of 9000 measured";
            default -> {
                boolean isWaiting = kpi.code().equals("CONTACT_CONV_PCT") && month.equals(LAST);
                yield above + " of " + below
                        + (below == 0 ? " no_data" : isWaiting ? " immature" : below < 10 ? " too_few" : " measured");
            }
        };
    }

    private static YearMonth begins(Basis basis, YearMonth month) {
        return switch (basis) {
            case MONTH, SNAPSHOT -> month;
            case QUARTER -> month.minusMonths(2);
            case R12, ANNUAL -> month.minusMonths(11);
            case YTD -> YearMonth.of(month.getMonthValue() < 4 ? month.getYear() - 1 : month.getYear(), 4);
        };
    }

    private static boolean isIn(String date, boolean isStock, YearMonth begins, YearMonth ends) {
        if (date.isEmpty()) {
            return false;
        }
        YearMonth month = isStock ? PeriodKey.month(Integer.parseInt(date)) : YearMonth.from(LocalDate.parse(date));
        return !month.isBefore(begins) && !month.isAfter(ends);
    }

    private List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        feeds.add(new Feed(
                CountedFact.CONTACT,
                i -> row("contact_date", day(), "is_referred_3wd", flag()),
                List.of(new Recount("CONTACT_CONV_PCT", "contact_date", 0, row -> true, is("is_referred_3wd")))));
        feeds.add(new Feed(
                CountedFact.PLAN_VISIT,
                i -> row("visit_date", day(), "working_days", number(5, 16), "plan_no", "" + i),
                List.of(new Recount("CPP_VISIT_PCT", "visit_date", 2, row -> true, atMost("working_days", 10)))));
        feeds.add(new Feed(
                CountedFact.RETURN_INTERVIEW,
                i -> row("return_date", day(), "is_accepted", flag(), "is_in_72h", flag()),
                List.of(
                        new Recount("RHI_72H_PCT", "return_date", 0, row -> true, is("is_in_72h")),
                        new Recount("RHI_72H_ACCEPTED_PCT", "return_date", 0, is("is_accepted"), is("is_in_72h")))));
        feeds.add(new Feed(
                CountedFact.EDUCATION_PLAN,
                i -> row("term_end_date", day(), "is_in_term", flag(), "age_at_term_end", number(1, 20)),
                List.of(new Recount(
                        "CLA_PEP_PCT",
                        "term_end_date",
                        0,
                        row -> atMost("age_at_term_end", 18).test(row)
                                && !atMost("age_at_term_end", 2).test(row),
                        is("is_in_term")))));
        feeds.add(new Feed(
                CountedFact.PROCEEDING,
                i -> row(
                        "application_date",
                        day(),
                        "final_order_date",
                        day(),
                        "days",
                        number(178, 186),
                        "is_impossible",
                        "" + (random.nextInt(9) == 0)),
                List.of(
                        new Recount(
                                "CARE_26W_PCT",
                                "final_order_date",
                                0,
                                is("is_impossible").negate(),
                                atMost("days", 182)),
                        new Recount("CARE_APP_RATE", "application_date", 0, row -> true, row -> true))));
        Predicate<Map<String, String>> own =
                is("is_own_agency").and(row -> !"lodgings".equals(row.get("household_type")));
        feeds.add(new Feed(
                CountedFact.FOSTER_HOUSEHOLD,
                i -> row("approval_date", day(), "is_own_agency", flag(), "household_type", kind()),
                List.of(new Recount("FC_NEW_N", "approval_date", 0, row -> true, own))));
        feeds.add(new Feed(
                CountedFact.FOSTER_HOUSEHOLD_MONTH,
                i -> row("period_key", month(), "is_own_agency", flag(), "household_type", kind()),
                List.of(new Recount("FC_N", "period_key", 0, row -> true, own))));
        feeds.add(new Feed(
                CountedFact.ADOPTER,
                i -> row("approval_date", day(), "is_own_agency", flag()),
                List.of(new Recount("ADOPTERS_N", "approval_date", 0, row -> true, is("is_own_agency")))));
        feeds.add(new Feed(
                CountedFact.EARLY_HELP_MONTH,
                i -> row("period_key", month(), "start_date", day()),
                List.of(new Recount("EH_OPEN_N", "period_key", 0, row -> true, row -> true))));
        return feeds;
    }

    private static Predicate<Map<String, String>> is(String flag) {
        return row -> "true".equals(row.get(flag));
    }

    private static Predicate<Map<String, String>> atMost(String column, int most) {
        return row -> Integer.parseInt(row.getOrDefault(column, "0")) <= most;
    }

    private static Map<String, String> row(String... cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }

    private String day() {
        return LocalDate.of(2022, 2, 1).plusDays(random.nextInt(900)).toString();
    }

    private String month() {
        return Integer.toString(PeriodKey.of(FIRST.plusMonths(random.nextInt(20))));
    }

    private String flag() {
        return Boolean.toString(random.nextInt(3) > 0);
    }

    private String number(int from, int to) {
        return Integer.toString(from + random.nextInt(to - from));
    }

    private String kind() {
        return List.of("general", "connected", "lodgings", "not known").get(random.nextInt(4));
    }
}
