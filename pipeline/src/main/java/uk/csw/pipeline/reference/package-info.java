/**
 * Facts about England that figures rest on: authorities, neighbours, population, holidays, code sets; and the groups that
 * councils chose to be compared with.
 * May use {@code settings}, {@code calendar} and {@code postgres}. Owns {@code core.dim_date}, {@code core.dim_period},
 * {@code core.dim_authority}, {@code core.authority_change}, {@code core.dim_code}, {@code core.neighbour},
 * {@code core.comparison_group}, {@code core.comparison_group_member}, {@code core.population} and {@code ops.reference_state}.
 */
@NullMarked
package uk.csw.pipeline.reference;

import org.jspecify.annotations.NullMarked;
