package uk.csw.jobs.command;

/** What a command tells the shell. */
final class ExitCode {
    /** Done, or nothing to do. */
    static final int DONE = 0;

    /** Failed; also when a delivery was refused or held while the others were published. */
    static final int FAILED = 1;

    /** Wrong arguments or configuration. */
    static final int USAGE = 2;

    /** Loaded, but the gate refused publication. */
    static final int GATE_REFUSED = 3;

    private ExitCode() {}
}
