/** Tests of the nightly job, from files to a published release, disturbed and undisturbed. */
@NullMarked
package uk.csw.jobs.nightly;

import org.jspecify.annotations.NullMarked;
