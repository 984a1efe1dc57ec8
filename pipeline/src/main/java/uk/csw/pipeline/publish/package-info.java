/**
 * Judges the release being built and publishes it: readers see the figures before or the figures after, never a mixture.
 * May use kpi, compare, judge and the shared packages. Owns kpi.value, kpi.comparison, kpi.judgement, kpi.judged_authority,
 * kpi.shown_authority, kpi.breakdown_value, kpi.public_grain, kpi.public_cell and ops.current_release.
 *
 * <p>What it costs: one reading of the candidates and of what is shown of the same authorities, to find what differs; then
 * as much as differs. Which parts of a figure the public may see is decided anew only for figures of which a part, or
 * whether they may be seen, differs, and for those that give each other away with them.
 */
@NullMarked
package uk.csw.pipeline.publish;

import org.jspecify.annotations.NullMarked;
