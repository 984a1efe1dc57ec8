/**
 * Writes synthetic returns of looked-after children and of the census of children in need: whole lives that do not exist,
 * delivered month by month as they became known.
 * Uses of ours only the calendar, so that its {@link uk.csw.pipeline.generate.Truth} stays independent of what it tests.
 * Owns no table.
 */
@NullMarked
package uk.csw.pipeline.generate;

import org.jspecify.annotations.NullMarked;
