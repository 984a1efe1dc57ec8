package uk.csw.pipeline.kpi;

import java.util.Locale;

/** Which counts are hidden where figures are published to everybody. */
public enum Disclosure {
    /** Counts of 1 to 5, as the Department for Education does. */
    ONE_TO_FIVE,
    /** None: nobody could be recognised by it, or another body publishes it as it is. */
    NONE;

    /** The word used in configuration. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
