package uk.csw.pipeline.kpi;

import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.sqlcondition.CheckedSql;

/**
 * What is counted, from which fact.
 *
 * @param fact the fact
 * @param date the column that places an event in a period; absent for stock
 * @param occasion which of a child's events in one period count
 * @param numerator the rows that count above the line; for a median or mean, the rows it is taken over
 * @param denominator the rows that count below the line; absent for rates (population) and counts
 * @param median what a median is the median of; absent otherwise
 * @param sum what is added up above the line for a mean; absent otherwise
 * @param elseDelivered whether the value that another service delivers stands for the months that no records cover
 */
record Counting(
        CountedFact fact,
        Optional<String> date,
        Occasion occasion,
        CheckedSql numerator,
        Optional<CheckedSql> denominator,
        Optional<CheckedSql> median,
        Optional<CheckedSql> sum,
        boolean elseDelivered) {
    /** A figure that arrives as it is: nothing is counted. */
    static Counting delivered() {
        return new Counting(
                CountedFact.INDICATOR,
                Optional.empty(),
                Occasion.EVERY,
                new CheckedSql("false", List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
