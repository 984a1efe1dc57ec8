/**
 * The command line: one class per command, what it prints, and how errors become one plain paragraph.
 * May use every package of ours. Owns no table.
 */
@NullMarked
package uk.csw.jobs.command;

import org.jspecify.annotations.NullMarked;
