/**
 * What people read in a terminal: tables, and the report at the end of a run.
 * May use the pipeline. Owns no table.
 */
@NullMarked
package uk.csw.jobs.report;

import org.jspecify.annotations.NullMarked;
