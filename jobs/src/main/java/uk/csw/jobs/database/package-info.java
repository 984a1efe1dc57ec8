/**
 * Opens the warehouse database: a server that the environment names, or an embedded PostgreSQL kept in the home folder.
 * May use warehouse-schema and pipeline.postgres. Owns no table.
 */
@NullMarked
package uk.csw.jobs.database;

import org.jspecify.annotations.NullMarked;
