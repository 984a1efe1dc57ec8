package uk.csw.pipeline.kpi;

/** Which of a child's events within one period are counted. */
public enum Occasion {
    /** Each one. */
    EVERY,
    /** The first in the period only, whatever the period's length. */
    FIRST,
    /** The last in the period only, whatever the period's length. */
    LAST,
    /**
     * Whether there was any: a child counts once below the line when one of its rows in the period belongs there, and
     * once above it when one belongs there.
     */
    ANY
}
