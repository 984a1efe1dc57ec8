/**
 * Judges each candidate figure: against its target (colour and reason), against last year, against its own process
 * limits, and where the year will end. May use kpi, compare and the shared packages. Owns kpi.target,
 * kpi.candidate_judgement, kpi.candidate_judged and kpi.candidate_judged_figure.
 */
@NullMarked
package uk.csw.pipeline.judge;

import org.jspecify.annotations.NullMarked;
