/**
 * What a committee adds to figures: the priority areas it reads them in ({@code config/groups}) and what officers write
 * beside them. May use kpi and the shared packages. Owns kpi.priority_group and kpi.commentary.
 */
@NullMarked
package uk.csw.pipeline.committee;

import org.jspecify.annotations.NullMarked;
