package uk.csw.pipeline.reference;

import java.time.LocalDate;

/**
 * One predecessor and one successor of a reorganisation, or of a change of code.
 *
 * @param effective the first day of the successor
 * @param type one of {@code split, merge, recode, boundary_change, part_transfer, successor}
 */
public record AuthorityChange(
        LocalDate effective,
        String fromCode,
        String fromGssCode,
        String fromName,
        String toCode,
        String toGssCode,
        String toName,
        String type) {}
