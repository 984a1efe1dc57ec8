/**
 * Counts the figures: reads the KPI definitions of {@code config/kpis/}, compiles them into a few statements and measures;
 * lists the cases that one figure counts.
 * May use settings and postgres; reads core.*.
 * Owns kpi.definition, kpi.candidate_value, kpi.candidate_breakdown and kpi.candidate_authority.
 */
@NullMarked
package uk.csw.pipeline.kpi;

import org.jspecify.annotations.NullMarked;
