/**
 * The application: the command line, and what it needs to find its folders, its log and its database.
 * May use every package of ours. Owns no table.
 */
@NullMarked
package uk.csw.jobs;

import org.jspecify.annotations.NullMarked;
