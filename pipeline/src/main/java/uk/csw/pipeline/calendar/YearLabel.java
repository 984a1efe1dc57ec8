package uk.csw.pipeline.calendar;

import java.util.Locale;

/** How a year that spans two calendar years is written: 2026/27, 1999/00. */
final class YearLabel {
    private YearLabel() {}

    static String of(int startYear) {
        return String.format(Locale.ROOT, "%d/%02d", startYear, (startYear + 1) % 100);
    }
}
