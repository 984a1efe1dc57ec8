/**
 * Conditions that the configuration may state in SQL, over a list of published columns: a small whitelist, checked.
 * May use no other package of ours. Owns no table.
 */
@NullMarked
package uk.csw.pipeline.sqlcondition;

import org.jspecify.annotations.NullMarked;
