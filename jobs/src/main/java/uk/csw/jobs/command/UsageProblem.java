package uk.csw.jobs.command;

/** The command was asked for something that cannot be: wrong arguments, or no usable configuration. Exit code 2. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
