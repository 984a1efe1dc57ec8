/**
 * What people read in a terminal: tables, and the report at the end of a run.
 * May use pipeline.postgres. Owns no table.
 */
@NullMarked
package uk.csw.jobs.report;

import org.jspecify.annotations.NullMarked;
