/**
 * Judges the release being built and publishes it: readers see the figures before or the figures after, never a mixture.
 * May use kpi, compare, judge and the shared packages. Owns kpi.value, kpi.comparison, kpi.judgement, kpi.judged_authority,
 * kpi.shown_authority, kpi.breakdown_value, kpi.public_grain, kpi.public_cell and ops.current_release.
 *
 * <p>What it costs: the candidates are what differs, and that is written. Which figures the public may see is decided from
 * all that are shown of the authorities measured; which parts of a figure, only for figures of which a part, or whether
 * they may be seen, differs, and for those that give each other away with them.
 */
@NullMarked
package uk.csw.pipeline.publish;

import org.jspecify.annotations.NullMarked;
