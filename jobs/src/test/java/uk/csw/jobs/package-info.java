/** Tests of the application as a whole: its arrows, its command line, a night from end to end. */
@NullMarked
package uk.csw.jobs;

import org.jspecify.annotations.NullMarked;
