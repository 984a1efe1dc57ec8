package uk.csw.pipeline.comparator;

import java.util.List;

/**
 * One figure of a published table.
 *
 * @param code the KPI, or {@link #POPULATION}
 * @param columns the columns it is made of, each with its spellings: one that holds it as published, or those to add up
 * @param denominator spellings of the count to divide by; empty when the figure is taken as published
 * @param where the rows that hold it
 * @param note where it is not quite ours; empty when it is
 */
record MappedFigure(
        String code, List<List<String>> columns, List<String> denominator, List<LabelFilter> where, String note) {
    /** What stands in the place of a KPI for the number of children aged 0 to 17. */
    static final String POPULATION = "POPULATION_0_17";

    MappedFigure {
        columns = List.copyOf(columns);
        denominator = List.copyOf(denominator);
        where = List.copyOf(where);
    }

    /** Whether the figure is worked out here from published counts. */
    boolean isComputed() {
        return !denominator.isEmpty();
    }
}
