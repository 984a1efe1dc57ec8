/** Tests of what people read in a terminal. */
@NullMarked
package uk.csw.jobs.report;

import org.jspecify.annotations.NullMarked;
