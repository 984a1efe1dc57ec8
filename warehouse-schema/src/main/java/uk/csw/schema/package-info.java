/**
 * Creates and upgrades the warehouse database: one Liquibase changelog for tables, one SQL file per view.
 * Depends on nothing of ours.
 */
@NullMarked
package uk.csw.schema;

import org.jspecify.annotations.NullMarked;
