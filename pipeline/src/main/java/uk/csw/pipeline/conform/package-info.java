/**
 * Turns the deliveries that stand into dimensions and facts, slice by slice, in SQL.
 * Rows in force are kept per layout. Where several layouts tell of the same thing, the statement of the fact takes one: of
 * those still mentioned in their layout before the others, the one whose content came in for the newest month, then by the
 * name of the layout. All of that lies in the row, so that a delivery that says nothing new touches no child.
 * May use reference, calendar, postgres, settings and the stages before it. Owns {@code staging.in_force_*},
 * {@code core.dim_child}, {@code core.coverage}, the {@code core.fact_*} tables and {@code core.changed_fact}, where it
 * notes the months in which they changed; reads {@code kpi.shown_authority} to note none of authorities not shown yet.
 */
@NullMarked
package uk.csw.pipeline.conform;

import org.jspecify.annotations.NullMarked;
