/**
 * Sets each candidate figure beside the authority's own earlier ones, its statistical neighbours and comparison groups, and
 * what is published.
 * May use kpi and the shared packages. Owns kpi.candidate_comparison and kpi.candidate_compared (the figures compared anew);
 * adds authorities to kpi.candidate_authority.
 */
@NullMarked
package uk.csw.pipeline.compare;

import org.jspecify.annotations.NullMarked;
