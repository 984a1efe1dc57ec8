/**
 * Writes synthetic returns of authorities that do not exist: whole lives, delivered month by month as they became known.
 * Uses no other package of ours, so that its {@link uk.csw.pipeline.generate.Truth} stays independent of what it tests.
 * Owns no table.
 */
@NullMarked
package uk.csw.pipeline.generate;

import org.jspecify.annotations.NullMarked;
