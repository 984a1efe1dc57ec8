/**
 * What the folder {@code config/} says, and every problem found in it, with file and line.
 * May use no other package of ours. Owns no table.
 */
@NullMarked
package uk.csw.pipeline.settings;

import org.jspecify.annotations.NullMarked;
