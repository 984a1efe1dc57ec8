package uk.csw.pipeline.conform;

import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.layout.Layout;

/**
 * What a layout says about which of its delivered rows stand.
 *
 * @param layout name of the layout
 * @param entity staging table it fills
 * @param coverage one of the coverage words of the layout schema, e.g. {@code financial-year-to-date}
 * @param eventDate staging column that says when a row happened; empty: the position date of its delivery
 * @param key staging columns that identify a row across deliveries
 * @param tieBreak staging columns that tell apart rows of one delivery that share the key
 * @param yearly whether the financial year of the delivery belongs to the key
 */
record InForceRule(
        String layout,
        String entity,
        String coverage,
        Optional<String> eventDate,
        List<String> key,
        List<String> tieBreak,
        boolean yearly) {
    public InForceRule {
        key = List.copyOf(key);
        tieBreak = List.copyOf(tieBreak);
    }

    /** What {@code layout} says. */
    static InForceRule of(Layout layout) {
        return new InForceRule(
                layout.name(),
                layout.entity(),
                layout.coverage().word(),
                layout.eventDate(),
                layout.key(),
                layout.tieBreak(),
                layout.yearly());
    }
}
