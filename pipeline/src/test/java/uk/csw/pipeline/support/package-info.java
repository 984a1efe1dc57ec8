/**
 * What tests share: a real PostgreSQL with the warehouse in it, and the published samples where they are present.
 * May use warehouse-schema and the test libraries. Owns no table.
 */
@NullMarked
package uk.csw.pipeline.support;

import org.jspecify.annotations.NullMarked;
