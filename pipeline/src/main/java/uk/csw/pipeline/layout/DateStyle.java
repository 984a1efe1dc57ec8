package uk.csw.pipeline.layout;

import java.util.Locale;

/** Which comes first in {@code 03/04/2026}. ISO dates ({@code 2026-04-03}) are read in every style. */
public enum DateStyle {
    DAY_FIRST("a date such as 31/03/2026"),
    MONTH_FIRST("a date such as 03/31/2026"),
    ISO_ONLY("a date such as 2026-03-31");

    private final String example;

    DateStyle(String example) {
        this.example = example;
    }

    /** What to write, with an example. */
    public String example() {
        return example;
    }

    /** The style that the configuration calls {@code word}. */
    static DateStyle of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
