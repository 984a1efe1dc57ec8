package uk.csw.pipeline.delivery;

/**
 * One thing wrong with a file, a delivery or a folder. Never holds anything out of a row.
 *
 * @param path relative to the inbox, with forward slashes
 * @param line line in the file, counted from 1; 0 when the whole is meant
 * @param rule which rule
 * @param found what is there
 * @param expected what should be there
 */
public record FileFinding(String path, long line, Rule rule, String found, String expected) {
    public boolean isError() {
        return rule.severity() == Severity.ERROR;
    }

    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + ": " + rule.code() + ": " + rule.title() + "; found " + found
                + "; expected " + expected + "; " + rule.advice();
    }
}
