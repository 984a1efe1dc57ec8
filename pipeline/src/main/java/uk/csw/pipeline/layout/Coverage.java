package uk.csw.pipeline.layout;

import java.util.Locale;

/** Which span of time a delivered table speaks about: a row that is missing from it is withdrawn inside, kept outside. */
public enum Coverage {
    /** From 1 April to the position date. */
    FINANCIAL_YEAR_TO_DATE,
    ROLLING_6_MONTHS,
    ROLLING_12_MONTHS,
    /** What stood on the position date. */
    POSITION,
    /** Everything there ever was. */
    FULL;

    /** The word for it in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Coverage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
