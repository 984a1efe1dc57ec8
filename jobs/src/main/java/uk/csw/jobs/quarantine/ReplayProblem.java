package uk.csw.jobs.quarantine;

/** Corrected rows cannot be put back; the message says which, why, and what to do. Quotes no row. */
public final class ReplayProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayProblem(String message) {
        super(message);
    }
}
