/**
 * Registers deliveries: finds the files of the inbox, proves that they can be read, hashes and cuts them into parts.
 * May use calendar, reference, postgres and settings. Owns ops.delivery, ops.delivery_file, ops.file_part and ops.rule.
 */
@NullMarked
package uk.csw.pipeline.delivery;

import org.jspecify.annotations.NullMarked;
