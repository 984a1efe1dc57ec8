package uk.csw.pipeline.quality;

import java.io.Closeable;

/**
 * The records of the text of a part, one after the other. Commons CSV says what a record is; a text without a quotation
 * mark, which most are, holds nothing that it would read differently from a plain search for commas and line ends, and is
 * read by that, four to five times as fast.
 */
interface PartRecords extends Closeable {
    /** The records of {@code text}. */
    static PartRecords of(String text) {
        return text.indexOf('"') < 0 ? new PlainRecords(text) : new QuotedRecords(text);
    }

    /** Goes to the next record; false when there is none. */
    boolean next();

    /** Cells of this record: at least one. */
    int size();

    /** The text of one of them. */
    String get(int cell);

    /** Where this record begins in the text. */
    int position();

    /** Line ends up to and including that of this record; not to be relied on at the last. */
    long lineEnds();

    @Override
    void close();
}
