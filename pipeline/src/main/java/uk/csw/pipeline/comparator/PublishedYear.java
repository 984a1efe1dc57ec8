package uk.csw.pipeline.comparator;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The year of a published figure: the calendar year in which its own year ends. Written 2025, 2024-25, 2024/25 or
 * 202425, with or without a remark in brackets; of a run of years, 2021/22-23/24, the last counts.
 */
final class PublishedYear {
    private static final Pattern YEAR = Pattern.compile(
            "(?<first>(?:19|20)\\d\\d)(?:[-/]?(?<end>\\d\\d)(?:\\s*-\\s*\\d\\d[-/](?<runEnd>\\d\\d))?)?(?:\\s*\\(.*\\))?");

    private PublishedYear() {}

    /** The year that {@code text} names; none when it names none. */
    static OptionalInt of(String text) {
        Matcher year = YEAR.matcher(text.strip());
        if (!year.matches()) {
            return OptionalInt.empty();
        }
        int first = Integer.parseInt(year.group("first"));
        String end = year.group("runEnd") == null ? year.group("end") : year.group("runEnd");
        if (end == null) {
            return OptionalInt.of(first);
        }
        int century = first / 100 * 100;
        int last = century + Integer.parseInt(end);
        int ends = last < first ? last + 100 : last;
        boolean isOneYear = year.group("runEnd") == null;
        return isOneYear && ends != first + 1 ? OptionalInt.empty() : OptionalInt.of(ends);
    }
}
