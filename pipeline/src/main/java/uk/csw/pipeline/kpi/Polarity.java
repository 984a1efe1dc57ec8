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

    /** 1 when higher is better, -1 when lower is, 0 when neither. */
    public int sign() {
        return switch (this) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case RANGE, NONE -> 0;
        };
    }
}
