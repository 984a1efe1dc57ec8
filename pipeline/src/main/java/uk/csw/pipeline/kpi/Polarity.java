package uk.csw.pipeline.kpi;

import java.util.Locale;

/** Which way is better. */
public enum Polarity {
    HIGHER,
    LOWER,
    /** Neither: inside an expected range is better. */
    RANGE,
    /** Neither way is better. */
    NONE;

    /** The word used in configuration, tables and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
