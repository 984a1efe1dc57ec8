/** Tests of correcting refused rows. */
@NullMarked
package uk.csw.jobs.quarantine;

import org.jspecify.annotations.NullMarked;
