/**
 * Refused rows go out to whoever can correct them, and come back into the delivered file: the corrected file is a new
 * delivery like any other, so that everything which holds for deliveries holds for it.
 */
@NullMarked
package uk.csw.jobs.quarantine;

import org.jspecify.annotations.NullMarked;
