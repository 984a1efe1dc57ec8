package uk.csw.pipeline.layout;

import java.util.Locale;

/** How the text of a cell is read, and as what it is kept. */
public enum ColumnType {
    /** An identifier or a word, kept as it is. */
    TEXT("text"),
    /** A code of a code set. */
    CODE("text"),
    DATE("date"),
    /** A calendar month, kept as its first day. */
    MONTH("date"),
    INTEGER("integer"),
    DECIMAL("numeric"),
    FLAG("boolean"),
    /** A United Kingdom postcode. */
    POSTCODE("text"),
    /** A unique pupil number. */
    UPN("text"),
    /** An Ofsted unique reference number. */
    URN("text");

    private final String storedAs;

    ColumnType(String storedAs) {
        this.storedAs = storedAs;
    }

    /** The PostgreSQL type of the staging column it fits. */
    String storedAs() {
        return storedAs;
    }

    /** The type that the configuration calls {@code word}. */
    static ColumnType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
