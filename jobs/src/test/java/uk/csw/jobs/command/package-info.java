/** Tests of the command line: exit codes, and what a person reads when something is wrong. */
@NullMarked
package uk.csw.jobs.command;

import org.jspecify.annotations.NullMarked;
