package uk.csw.pipeline.kpi;

import java.util.Arrays;
import java.util.Locale;

/** What a figure is expressed in, and so how it is computed from its counts. */
public enum Unit {
    /** 100 x numerator / denominator. */
    PERCENT(100),
    /** 10,000 x numerator / resident children aged 0 to 17. */
    PER_10000(10_000),
    /** The numerator itself. */
    COUNT(1),
    /** The median or mean of working days. */
    WORKING_DAYS(1),
    /** The median or mean of calendar days. */
    DAYS(1),
    /** The median or mean of points on a scale. */
    SCORE(1),
    /** Cases per social worker, a mean. */
    CASES(1);

    private final int scale;

    Unit(int scale) {
        this.scale = scale;
    }

    /** What numerator / denominator is multiplied by. */
    public int scale() {
        return scale;
    }

    /** Whether the figure stands for the middle of many amounts rather than for how many there are. */
    public boolean isAverage() {
        return this == WORKING_DAYS || this == DAYS || this == SCORE || this == CASES;
    }

    /** The word used in configuration, tables and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Unit of(String word) {
        return Arrays.stream(values())
                .filter(unit -> unit.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit is called " + word));
    }
}
