/**
 * Decides when a night runs, and nothing else: Quartz fires, Spring Batch does the work. The only package that knows
 * Quartz. Its tables are ops.qrtz_*.
 */
@NullMarked
package uk.csw.jobs.schedule;

import org.jspecify.annotations.NullMarked;
