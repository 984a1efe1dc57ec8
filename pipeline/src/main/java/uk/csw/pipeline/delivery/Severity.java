package uk.csw.pipeline.delivery;

import java.util.Locale;

/** What a finding means for the row, file or delivery it is about. */
public enum Severity {
    /** It cannot be loaded. */
    ERROR,
    /** It is loaded, but somebody should look at it. */
    WARNING,
    /** For information. */
    NOTE;

    /** The word kept in {@code ops.rule.severity}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
