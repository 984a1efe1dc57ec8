/**
 * Talks to PostgreSQL: statements kept in files, binary COPY, transactions and the division of work into them.
 * The only package that may use the PostgreSQL driver; uses no other package of ours. Owns no table.
 */
@NullMarked
package uk.csw.pipeline.postgres;

import org.jspecify.annotations.NullMarked;
