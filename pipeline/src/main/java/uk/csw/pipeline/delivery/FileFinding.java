package uk.csw.pipeline.delivery;

import java.util.regex.Pattern;

/**
 * One thing wrong with a file, a delivery or a folder. Never holds anything out of a row.
 *
 * @param path relative to the inbox, with forward slashes; each control character in it is shown as a question mark
 * @param line line in the file, counted from 1; 0 when the whole is meant
 * @param rule which rule
 * @param found what is there
 * @param expected what should be there
 */
public record FileFinding(String path, long line, Rule rule, String found, String expected) {
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    /** A name with a line break in it would read like a line of its own wherever findings are shown. */
    public FileFinding {
        path = CONTROL_CHARACTER.matcher(path).replaceAll("?");
    }

    static boolean canShow(String path) {
        return !CONTROL_CHARACTER.matcher(path).find();
    }

    public boolean isError() {
        return rule.severity() == Severity.ERROR;
    }

    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + ": " + rule.code() + ": " + rule.title() + "; found " + found
                + "; expected " + expected + "; " + rule.advice();
    }
}
