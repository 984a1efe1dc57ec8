package uk.csw.pipeline.delivery;

import org.apache.commons.csv.CSVFormat;

/** How delivered text is told apart into records and cells, the same for registering and landing. */
public final class CsvRules {
    private CsvRules() {}

    /**
     * RFC 4180, forgiving about what follows a closing quote. A blank line is a record of one empty cell, so that
     * records can be counted alike by everybody.
     */
    public static CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }
}
