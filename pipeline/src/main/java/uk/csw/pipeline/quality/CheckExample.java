package uk.csw.pipeline.quality;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * A row, and whether a check must fail it. A test runs every one.
 *
 * @param says what it shows
 * @param line where it stands in the file of its check
 * @param given values by column; columns left out are blank
 * @param beside other rows of the same return about the same child, by table
 * @param lastYear rows of the return of the year before about the same child, by table; empty without such a return
 * @param period the month of the delivery that holds the row
 * @param source the source of its file
 * @param fails the check fails the row
 */
public record CheckExample(
        String says,
        int line,
        Map<String, String> given,
        Map<String, List<Map<String, String>>> beside,
        Map<String, List<Map<String, String>>> lastYear,
        YearMonth period,
        String source,
        boolean fails) {
    public CheckExample {
        given = Map.copyOf(given);
        beside = Map.copyOf(beside);
        lastYear = Map.copyOf(lastYear);
    }
}
