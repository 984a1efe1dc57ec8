/** Tests of the package of the same name. */
@NullMarked
package uk.csw.jobs.schedule;

import org.jspecify.annotations.NullMarked;
