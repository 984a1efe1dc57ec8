package uk.csw.pipeline.sqlcondition;

/** A condition that is not allowed or makes no sense; caught where its file and line are known. */
public final class ConditionMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    ConditionMistake(String found, String expected) {
        super("found " + found + "; expected " + expected);
        this.found = found;
        this.expected = expected;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
