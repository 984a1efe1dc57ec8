/**
 * Counts the figures: reads the KPI definitions of {@code config/kpis/}, compiles them into a few statements and measures;
 * lists the cases that one figure counts.
 * May use settings and postgres; reads core.*, and, for signed-off periods, kpi.sign_off and what is shown.
 * Owns kpi.definition, kpi.candidate_value and kpi.candidate_gone (what differs from the figures shown),
 * kpi.candidate_divided and kpi.candidate_breakdown (what differs from their parts shown), kpi.candidate_authority and
 * kpi.held_figure; marks what it has read of core.changed_fact.
 */
@NullMarked
package uk.csw.pipeline.kpi;

import org.jspecify.annotations.NullMarked;
