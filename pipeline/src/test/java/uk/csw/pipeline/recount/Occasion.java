package uk.csw.pipeline.recount;

import java.time.LocalDate;

/**
 * Something that happened to a child on a day.
 *
 * @param counts whether it is above the line
 * @param amount how long it took, where that matters
 */
record Occasion(String child, LocalDate day, boolean counts, long amount) {
    Occasion(String child, LocalDate day, boolean counts) {
        this(child, day, counts, 0);
    }
}
