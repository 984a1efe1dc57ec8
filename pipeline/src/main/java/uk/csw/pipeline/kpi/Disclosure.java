package uk.csw.pipeline.kpi;

/** Which counts are hidden where figures are published to everybody. */
public enum Disclosure {
    /** Counts of 1 to 5, as the Department for Education does. */
    ONE_TO_FIVE,
    /** None. */
    NONE
}
