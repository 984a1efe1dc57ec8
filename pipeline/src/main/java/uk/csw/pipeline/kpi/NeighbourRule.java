package uk.csw.pipeline.kpi;

import java.util.Locale;

/**
 * How the statistical neighbours' figures become one.
 *
 * @param method mean or median of their figures, or pooled: their counts added up and divided
 * @param minimumMembers with fewer members that have a figure, none is shown
 */
public record NeighbourRule(Method method, int minimumMembers) {
    /** The methods in use among English comparison tools. */
    public enum Method {
        /** Arithmetic mean of the members' figures (LAIT). */
        MEAN,
        /** Median of the members' figures (the DfE dashboard). */
        MEDIAN,
        /** All numerators over all denominators (NCER). */
        POOLED;

        /** The word used in configuration, tables and views. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
