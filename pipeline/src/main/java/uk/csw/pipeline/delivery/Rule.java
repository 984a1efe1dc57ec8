package uk.csw.pipeline.delivery;

/** A rule that a finding can name; one row of {@code ops.rule}. */
public interface Rule {
    /** Upper-case code, never reused for another meaning. */
    String code();

    Severity severity();

    /** What is wrong, in a few words. */
    String title();

    /** What to do about it. */
    String advice();
}
