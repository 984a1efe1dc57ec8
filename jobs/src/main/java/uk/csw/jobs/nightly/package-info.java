/**
 * The nightly job: which deliveries a night takes on, the steps they go through, restart after failure or kill.
 * May use every package of pipeline, and Spring Batch. Owns ops.night, ops.delivery.night_id and the ops.batch_ tables.
 */
@NullMarked
package uk.csw.jobs.nightly;

import org.jspecify.annotations.NullMarked;
