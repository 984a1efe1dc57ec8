package uk.csw.jobs.nightly;

/**
 * A night could not be started. Spring Batch has several exceptions for one situation, and some at random; here they
 * have one meaning: somebody else runs it, or it is complete.
 */
public final class NightNotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NightNotStarted(String night, Throwable cause) {
        super(
                "Night " + Runs.shortened(night) + " was not started: another program runs it, or it is complete."
                        + " See csw runs list.",
                cause);
    }
}
