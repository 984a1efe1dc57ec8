/**
 * Judges the release being built and publishes it: readers see the figures before or the figures after, never a mixture.
 * May use kpi, compare, judge and the shared packages. Owns kpi.value, kpi.comparison, kpi.judgement, kpi.judged_authority,
 * kpi.breakdown_value, kpi.public_grain, kpi.public_cell and ops.current_release.
 */
@NullMarked
package uk.csw.pipeline.publish;

import org.jspecify.annotations.NullMarked;
