/**
 * Answers where a published figure comes from: its definition, counts, files, target, comparisons, neighbours, groups and
 * history; and, to those who may read facts, which cases it counts.
 * May use kpi and the shared packages; reads what the stages before it have published, and the counts of ops and
 * quarantine. Owns no table.
 */
@NullMarked
package uk.csw.pipeline.explain;

import org.jspecify.annotations.NullMarked;
