package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.kpi.CaseList.Case;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** The rows behind a figure, on facts that nobody thought out. */
class CaseListTest {
    private static final int HARTLEPOOL = 805;
    private static final YearMonth FIRST = YearMonth.of(2022, 4);
    private static final YearMonth LAST = YearMonth.of(2025, 9);
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final Set<CountedFact> FEEDS = EnumSet.range(CountedFact.CONTACT, CountedFact.ADOPTER);

    private static Connection connection;

    @BeforeAll
    static void a_measured_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        WorkingDays workingDays = ReferenceData.load(Shared.config()).workingDays();
        Sql.file(CaseListTest.class, "bank_holidays.sql")
                .with(
                        "days",
                        workingDays.holidays().stream().map(LocalDate::toString).toList())
                .execute(connection);
        RandomFacts random = new RandomFacts(connection, workingDays);
        random.authority(HARTLEPOOL, 30);
        random.authority(806, 3);
        random.finish();
        FactRows facts = random.facts().population(HARTLEPOOL, 2024, 10_000);
        Random chance = new Random(79);
        for (CountedFact feed : FEEDS) {
            for (int row = 0; row < 60; row++) {
                facts.add(feed, HARTLEPOOL, 1, anything(feed, chance));
            }
        }
        Set<String> entities = new TreeSet<>();
        CATALOGUE.definitions().forEach(kpi -> entities.addAll(kpi.coveredBy()));
        for (String entity : entities) {
            facts.covers(HARTLEPOOL, entity, FIRST, LAST);
        }
        Measure.run(connection, CATALOGUE, List.of(HARTLEPOOL));
        connection.commit();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_rows_that_an_analyst_lists_add_up_to_the_figure_for_every_counted_kpi_and_basis() throws SQLException {
        Map<String, String> figures = new TreeMap<>();
        Map<String, String> listed = new TreeMap<>();
        Set<String> withRows = new TreeSet<>();
        List<Figure> shown = largestAndNewest();
        Sql.of("set local role csw_analyst").execute(connection);
        for (Figure figure : shown) {
            KpiDefinition kpi = CATALOGUE.find(figure.kpi()).orElseThrow();
            CaseList list = CaseList.of(connection, kpi, HARTLEPOOL, figure.period(), figure.basis());
            String name = figure.kpi() + " " + figure.basis() + " " + figure.period();
            figures.put(
                    name,
                    figure.numerator() + "/"
                            + (kpi.unit() == Unit.PER_10000 ? Optional.empty() : figure.denominator()));
            listed.put(name, list.numerator() + "/" + list.denominator());
            if (!list.cases().isEmpty()) {
                withRows.add(figure.kpi() + " " + figure.basis());
            }
        }

        Sql.of("reset role").execute(connection);
        assertThat(listed).isEqualTo(figures);
        assertThat(withRows)
                .as("each was tried with rows")
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.definitions().stream()
                        .filter(kpi -> !kpi.isDelivered())
                        .filter(kpi -> !kpi.timing().validTo().isBefore(FIRST))
                        .flatMap(kpi -> kpi.timing().bases().stream().map(basis -> kpi.code() + " " + basis))
                        .toList());
    }

    @Test
    void only_the_last_occasion_of_a_child_in_the_period_is_listed() throws SQLException {
        KpiDefinition left = CATALOGUE.find("PERM_CEASED_PCT").orElseThrow();

        List<Long> children = CaseList.of(connection, left, HARTLEPOOL, LAST, Basis.R12).cases().stream()
                .map(Case::key)
                .toList();

        assertThat(children).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void no_date_is_shown_that_analysts_do_not_see_and_no_birthday() throws SQLException, IOException {
        Set<String> seen =
                Files.readAllLines(Path.of("../warehouse-schema/src/test/resources/mart-columns.txt")).stream()
                        .filter(column -> column.endsWith(" date"))
                        .map(column -> column.split(" ")[0])
                        .collect(Collectors.toSet());
        for (KpiDefinition kpi : CATALOGUE.definitions()) {
            CountedFact fact = kpi.counting().fact();
            String view = switch (fact) {
                case CHILD_MONTH, EARLY_HELP_MONTH, FOSTER_HOUSEHOLD_MONTH -> "mart." + fact.word();
                case ASSESSMENT_MONTH -> "mart.fact_assessment";
                case CARE_SPAN -> "mart.fact_care_period";
                default -> "mart.fact_" + fact.word();
            };
            if (!kpi.isDelivered()) {
                Basis any = kpi.timing().bases().iterator().next();
                assertThat(CaseList.of(connection, kpi, HARTLEPOOL, LAST, any).dates())
                        .as(kpi.code())
                        .allSatisfy(date -> assertThat(seen).contains(view + "." + date));
            }
        }
        CaseList leavers = CaseList.of(
                connection,
                CATALOGUE.find("CL_SUIT_PCT").orElseThrow(),
                HARTLEPOOL,
                YearMonth.of(2025, 3),
                Basis.ANNUAL);
        assertThat(leavers.cases())
                .isNotEmpty()
                .allSatisfy(
                        leaver -> assertThat(leaver.dates().get(0).orElseThrow().getDayOfMonth())
                                .isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csw_dashboard", "csw_public"})
    void who_reads_figures_cannot_list_children(String role) throws SQLException {
        KpiDefinition kpi = CATALOGUE.find("CLA_RATE").orElseThrow();
        Sql.of("set local role " + role).execute(connection);

        assertThatThrownBy(() -> CaseList.of(connection, kpi, HARTLEPOOL, LAST, Basis.SNAPSHOT))
                .hasMessageContaining("permission denied");
        connection.rollback();
    }

    @Test
    void the_loader_lists_them() throws SQLException {
        KpiDefinition kpi = CATALOGUE.find("CLA_RATE").orElseThrow();
        Sql.of("set local role csw_loader").execute(connection);

        assertThat(CaseList.of(connection, kpi, HARTLEPOOL, LAST, Basis.SNAPSHOT)
                        .cases())
                .isNotEmpty();
        connection.rollback();
    }

    private record Figure(
            String kpi,
            Basis basis,
            YearMonth period,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator) {
        static Figure of(ResultSet row) throws SQLException {
            return new Figure(
                    row.getString("kpi_code"),
                    Basis.of(row.getString("basis")),
                    PeriodKey.month(row.getInt("period_key")),
                    Optional.ofNullable(row.getBigDecimal("numerator")),
                    Optional.ofNullable(row.getBigDecimal("denominator")));
        }
    }

    private static List<Figure> largestAndNewest() throws SQLException {
        return Sql.of("""
                        select kpi_code, basis, period_key, trim_scale(numerator) as numerator, denominator
                        from (
                            select
                                *,
                                row_number() over (
                                    partition by kpi_code, basis
                                    order by coalesce(numerator, denominator) desc, period_key
                                ) as by_size,
                                row_number() over (partition by kpi_code, basis order by period_key desc) as by_age
                            from kpi.candidate_value
                            where numerator is not null or denominator is not null
                        ) as counted
                        where by_size = 1 or by_age = 1
                        """).list(connection, Figure::of);
    }

    private static Map<String, String> anything(CountedFact fact, Random chance) {
        Map<String, String> row = new TreeMap<>();
        fact.columns()
                .forEach((column, type) -> row.put(
                        column,
                        switch (type) {
                            case DATE ->
                                FIRST.atDay(1).plusDays(chance.nextInt(1200)).toString();
                            case FLAG -> Boolean.toString(chance.nextBoolean());
                            case NUMBER ->
                                column.equals("period_key")
                                        ? Integer.toString(PeriodKey.of(FIRST.plusMonths(chance.nextInt(42))))
                                        : Integer.toString(1 + chance.nextInt(17));
                            case TEXT -> "mainstream";
                        }));
        return row;
    }
}
