/**
 * Turns the deliveries that stand into dimensions and facts, slice by slice, in SQL.
 * May use reference, calendar, postgres, settings and the stages before it. Owns {@code staging.in_force_*},
 * {@code core.dim_child}, {@code core.coverage}, the {@code core.fact_*} tables and {@code core.changed_fact}, where it
 * notes the months in which they changed; reads {@code kpi.shown_authority} to note none of authorities not shown yet.
 */
@NullMarked
package uk.csw.pipeline.conform;

import org.jspecify.annotations.NullMarked;
