/**
 * What a committee adds to figures: the priority areas it reads them in ({@code config/groups}) and what officers write
 * beside them; and the periods that somebody signed off, whose figures {@code kpi} then keeps as they are shown. May use
 * kpi and the shared packages. Owns kpi.priority_group, kpi.commentary and kpi.sign_off.
 */
@NullMarked
package uk.csw.pipeline.committee;

import org.jspecify.annotations.NullMarked;
