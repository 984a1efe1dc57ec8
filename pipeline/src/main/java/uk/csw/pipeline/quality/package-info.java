/**
 * Lands deliveries: judges every row, streams the good ones into staging and the others whole into quarantine.
 * May use delivery, layout and the shared packages. Owns staging.<entity> (but for in_force) and quarantine.
 */
@NullMarked
package uk.csw.pipeline.quality;

import org.jspecify.annotations.NullMarked;
