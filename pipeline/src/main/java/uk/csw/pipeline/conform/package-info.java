/**
 * Turns the deliveries that stand into dimensions and facts, slice by slice, in SQL.
 * May use reference, calendar, postgres, settings and the stages before it. Owns {@code staging.in_force_*},
 * {@code core.dim_child}, {@code core.coverage} and the {@code core.fact_*} tables.
 */
@NullMarked
package uk.csw.pipeline.conform;

import org.jspecify.annotations.NullMarked;
