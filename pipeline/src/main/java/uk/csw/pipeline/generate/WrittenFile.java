package uk.csw.pipeline.generate;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was written into one file.
 *
 * @param table the usual name of the table, whatever the file is called
 * @param rows lines after the header, without blank ones
 * @param planted how many rows each kind of mess touched; at most one kind of {@link Mess.Reach#ROW} on a row
 */
public record WrittenFile(
        int authority, YearMonth period, Path path, String table, long rows, Map<Mess, Integer> planted) {

    public WrittenFile {
        planted = ordered(planted);
    }

    /** A copy that is read in the order of the kinds on every machine. */
    static <V> Map<Mess, V> ordered(Map<Mess, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(map));
    }

    /** Rows that cannot be loaded. */
    public int toQuarantine() {
        return planted.entrySet().stream()
                .filter(entry -> entry.getKey().effect() == Mess.Effect.QUARANTINED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
