/**
 * Writes synthetic returns of authorities that do not exist: whole lives, delivered month by month as they became known.
 * Uses of ours only the calendar, so that its {@link uk.csw.pipeline.generate.Truth} stays independent of what it tests.
 * Owns no table.
 */
@NullMarked
package uk.csw.pipeline.generate;

import org.jspecify.annotations.NullMarked;
