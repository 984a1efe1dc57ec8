package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Runs the worked examples of every definition: what a definition promises is what comes out. */
class KpiExamplesTest {
    private static final int AUTHORITY = 857;
    private static final int LONG_AGO = 36;
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());

    private static Connection connection;

    @BeforeAll
    static void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        new FactRows(connection).reference();
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @TestFactory
    Stream<DynamicContainer> every_example_of() {
        return CATALOGUE.definitions().stream()
                .map(kpi -> DynamicContainer.dynamicContainer(
                        kpi.code(), kpi.examples().stream().map(example -> test(kpi, example))));
    }

    private static DynamicTest test(KpiDefinition kpi, KpiExample example) {
        URI file = Shared.config().resolve("kpis/" + kpi.code() + ".yaml").toUri();
        return dynamicTest(example.says(), URI.create(file + "?line=" + example.line()), () -> {
            try {
                run(kpi, example);
            } finally {
                connection.rollback();
            }
        });
    }

    private static void run(KpiDefinition kpi, KpiExample example) throws SQLException {
        CountedFact fact = kpi.counting().fact();
        Map<String, String> always = new TreeMap<>();
        if (fact.isStock()) {
            always.put("period_key", Integer.toString(FactRows.key(example.period())));
        }
        if (fact == CountedFact.INDICATOR) {
            always.put("kpi_code", kpi.code());
            always.put("basis", example.basis().word());
        }
        FactRows facts = new FactRows(connection).add(fact, AUTHORITY, example.given(), always);
        for (String entity : example.covered()) {
            facts.covers(
                    AUTHORITY,
                    entity,
                    example.coveredFrom().orElse(example.period().minusMonths(LONG_AGO)),
                    example.coveredTo());
        }
        if (example.population().isPresent()) {
            facts.population(
                    AUTHORITY,
                    example.period().getYear() - 1,
                    example.population().get());
        }
        Measure.run(connection, CATALOGUE.only(kpi.code()), List.of(AUTHORITY));

        KpiExample.Expected expected = example.expect();
        KpiExample.Expected found = Sql.of("""
                        select numerator, denominator, value, status, coverage_percent
                        from kpi.candidate_value
                        where kpi_code = :kpi and period_key = :period and basis = :basis
                        """)
                .with("kpi", kpi.code())
                .with("period", FactRows.key(example.period()))
                .with("basis", example.basis().word())
                .first(
                        connection,
                        row -> new KpiExample.Expected(
                                number(row.getBigDecimal(1)),
                                number(row.getBigDecimal(2)),
                                rounded(row.getBigDecimal(3), expected.value()),
                                number(row.getBigDecimal(5)),
                                row.getString(4)))
                .orElseThrow();
        assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected);
    }

    private static Optional<BigDecimal> number(BigDecimal number) {
        return Optional.ofNullable(number);
    }

    private static Optional<BigDecimal> rounded(BigDecimal value, Optional<BigDecimal> example) {
        return Optional.ofNullable(value)
                .map(number ->
                        example.isPresent() ? number.setScale(example.get().scale(), RoundingMode.HALF_UP) : number);
    }
}
