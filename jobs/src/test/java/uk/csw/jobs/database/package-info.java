/** Tests of the embedded database, shared, killed and started again. */
@NullMarked
package uk.csw.jobs.database;

import org.jspecify.annotations.NullMarked;
