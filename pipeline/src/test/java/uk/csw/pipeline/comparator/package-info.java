/** Tests of loading published tables and comparing them. */
@NullMarked
package uk.csw.pipeline.comparator;

import org.jspecify.annotations.NullMarked;
