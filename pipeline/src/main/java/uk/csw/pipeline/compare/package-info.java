/**
 * Sets each candidate figure beside the authority's own earlier ones and beside its statistical neighbours and its comparison groups.
 * May use kpi and the shared packages. Owns kpi.candidate_comparison; adds authorities to kpi.candidate_authority.
 */
@NullMarked
package uk.csw.pipeline.compare;

import org.jspecify.annotations.NullMarked;
