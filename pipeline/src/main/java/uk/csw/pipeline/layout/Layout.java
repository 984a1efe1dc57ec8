package uk.csw.pipeline.layout;

import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.delivery.Recognition;

/**
 * The description of one table of one source.
 *
 * @param name unique name, such as {@code ssda903-episodes}
 * @param title its name for people
 * @param source the return or system it belongs to
 * @param entity the staging table it fills; see {@link #isLoaded}
 * @param plainEnglish what one row is
 * @param coverage which span of time a file speaks about
 * @param eventDate the staging column that says when a row happened; empty means the delivery's position date
 * @param key staging columns that identify a row across deliveries
 * @param tieBreak staging columns that tell apart rows of one delivery that share the key
 * @param yearly the financial year of the delivery is part of the key
 * @param dateStyle how its dates are written
 * @param columns its columns; {@code child_id} is among them where a row is about a child
 */
public record Layout(
        String name,
        String title,
        String source,
        String entity,
        String plainEnglish,
        Coverage coverage,
        Optional<String> eventDate,
        List<String> key,
        List<String> tieBreak,
        boolean yearly,
        DateStyle dateStyle,
        List<Column> columns) {
    public Layout {
        key = List.copyOf(key);
        tieBreak = List.copyOf(tieBreak);
        columns = List.copyOf(columns);
    }

    /** Its rows go to a staging table; otherwise its files are known, and passed over. */
    public boolean isLoaded() {
        return !entity.equals(Recognition.NO_ENTITY);
    }

    /** For each column in order, where it stands in a file with this header; -1 where the file lacks it. */
    public int[] positions(List<String> header) {
        HeaderMatch match = HeaderMatch.of(Headings.of(this), FoldedHeader.of(header));
        return match.positions();
    }
}
