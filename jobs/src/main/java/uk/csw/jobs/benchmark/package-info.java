/**
 * Measures how fast files land, and how long the night takes on which a month arrives, beside PostgreSQL's own COPY of
 * the same files on the same server; and how long every figure of the country takes, beside one scan of the facts. May
 * use jobs.database, jobs.nightly and pipeline. Owns no table of the warehouse; works in a database of its own.
 */
@NullMarked
package uk.csw.jobs.benchmark;

import org.jspecify.annotations.NullMarked;
