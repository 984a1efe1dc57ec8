package uk.csw.pipeline.settings;

/**
 * One thing wrong in the configuration.
 *
 * @param file path below the configuration folder
 * @param line line in the file, counted from 1; 0 when the file as a whole is meant
 * @param found what is there
 * @param expected what should be there
 * @param advice what to do about it
 */
public record Problem(String file, int line, String found, String expected, String advice) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": found " + found + "; expected " + expected
                + (advice.isEmpty() ? "" : "; " + advice);
    }
}
