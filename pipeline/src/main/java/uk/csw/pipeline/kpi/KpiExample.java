package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worked example of a definition: rows of its fact, and the figure that must come out. Runs as a test.
 *
 * @param says what it shows, in words
 * @param line where it stands in the definition's file
 * @param given rows of the fact; columns left out are false, zero, or not known
 * @param population children aged 0 to 17, for rates
 * @param coveredFrom first covered month; left out means long enough ago
 * @param coveredTo newest covered month; left out means the period
 * @param covered the entities that are covered
 * @param period the month the figure is for
 * @param basis the basis of the figure
 * @param expect the figure
 */
record KpiExample(
        String says,
        int line,
        List<Row> given,
        Optional<Integer> population,
        Optional<YearMonth> coveredFrom,
        YearMonth coveredTo,
        List<String> covered,
        YearMonth period,
        Basis basis,
        Expected expect) {
    KpiExample {
        given = List.copyOf(given);
        covered = List.copyOf(covered);
    }

    /** One row as text by column, {@code times} times over: for so many children, or for {@code child} each time. */
    record Row(int times, Optional<Integer> child, Map<String, String> columns) {
        Row {
            columns = Map.copyOf(columns);
        }
    }

    /** The figure; an absent number must be null. The value is compared at the precision it is given with. */
    record Expected(
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> value,
            Optional<BigDecimal> coveragePercent,
            String status) {}
}
