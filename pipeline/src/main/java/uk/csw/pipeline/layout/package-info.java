/**
 * What the tables of each source look like: layouts with their columns, code sets, and the recognition of a header.
 * May use delivery (the question it answers), settings and the shared packages. Owns no table.
 */
@NullMarked
package uk.csw.pipeline.layout;

import org.jspecify.annotations.NullMarked;
