package uk.csw.pipeline.conform;

import java.util.List;
import java.util.Optional;

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
public record InForceRule(
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
}
