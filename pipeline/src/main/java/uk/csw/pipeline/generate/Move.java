package uk.csw.pipeline.generate;

import java.time.LocalDate;

/**
 * A child goes to another placement, or the placement becomes another type.
 *
 * @param reason the code REASON_PLACE_CHANGE; empty for the first placement and for temporary ones
 */
record Move(LocalDate date, Placement to, String reason) {}
