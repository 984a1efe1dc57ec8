package uk.csw.pipeline.kpi;

/**
 * What a reader is told about a KPI.
 *
 * @param name the name on a scorecard
 * @param plainEnglish what it means, for somebody who is not in the field
 * @param acronyms the short forms used, spelt out
 * @param group the part of the service it belongs to
 * @param outcome what it says about children's lives
 * @param numerator what is counted
 * @param denominator out of what; says so where there is nothing to divide by
 * @param comparator what it is compared with, and where that is published
 */
public record KpiWords(
        String name,
        String plainEnglish,
        String acronyms,
        String group,
        String outcome,
        String numerator,
        String denominator,
        String comparator) {}
