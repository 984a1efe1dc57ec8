/**
 * Published comparators: reads the tables that the Department for Education and others publish, by the mappings of
 * {@code config/comparators/}, keeps every edition, and works out what statistical neighbours, region and England had.
 * May use kpi and the shared packages. Owns core.published_file, core.published_value and kpi.published_comparison.
 */
@NullMarked
package uk.csw.pipeline.comparator;

import org.jspecify.annotations.NullMarked;
