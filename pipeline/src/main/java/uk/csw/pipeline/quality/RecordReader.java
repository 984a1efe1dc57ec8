package uk.csw.pipeline.quality;

import java.util.Arrays;

/**
 * Tells the bytes of a part apart into records and cells, by the rules of {@link
 * uk.csw.pipeline.delivery.CsvRules#format()}: a test holds it to what Commons CSV makes of the same text. It exists
 * because it creates nothing: with Commons CSV, reading cost as much as all the rest of landing, database included.
 */
final class RecordReader {
    private final byte[] bytes;
    private final int end;
    private int at;
    private long nextLine;

    private int recordFrom;
    private int recordTo;
    private long recordLine;
    private int cells;
    private int[] from = new int[64];
    private int[] to = new int[64];
    /** Cells with doubled quotes or text behind the closing one are put together in {@link #rewritten}. */
    private boolean[] isRewritten = new boolean[64];

    private byte[] rewritten = new byte[256];
    private int rewrittenTo;

    /**
     * @param bytes whole records, up to {@code length}
     * @param firstLine line of the file on which they begin
     */
    RecordReader(byte[] bytes, int length, long firstLine) {
        this.bytes = bytes;
        this.end = length;
        this.nextLine = firstLine;
    }

    /** Goes to the next record; false when there is none. */
    boolean next() {
        if (at >= end) {
            return false;
        }
        recordFrom = at;
        recordLine = nextLine;
        cells = 0;
        rewrittenTo = 0;
        while (true) {
            if (at < end && bytes[at] == '"') {
                quoted();
            } else {
                plain();
            }
            recordTo = at;
            if (at >= end) {
                return true;
            }
            byte mark = bytes[at++];
            if (mark != ',') {
                if (mark == '\r' && at < end && bytes[at] == '\n') {
                    at++;
                }
                nextLine++;
                return true;
            }
        }
    }

    /** Line of the file on which the record begins. */
    long line() {
        return recordLine;
    }

    /** How many cells it has; at least one. */
    int size() {
        return cells;
    }

    /** Shows one of its cells. */
    void show(int index, Cell cell) {
        cell.show(isRewritten[index] ? rewritten : bytes, from[index], to[index]);
    }

    /** First byte of the record. */
    int from() {
        return recordFrom;
    }

    /** The byte after its last, without the end of line. */
    int to() {
        return recordTo;
    }

    private void plain() {
        int start = at;
        int here = at;
        while (here < end) {
            byte letter = bytes[here];
            if (letter <= ',' && (letter == ',' || letter == '\n' || letter == '\r')) {
                break;
            }
            here++;
        }
        at = here;
        add(start, here, false);
    }

    private void quoted() {
        int start = ++at;
        toQuote();
        if (at >= end) {
            add(start, at, false);
            return;
        }
        if (at + 1 == end || isMark(bytes[at + 1])) {
            add(start, at++, false);
            return;
        }
        int first = rewrittenTo;
        rewrite(start, at);
        while (at + 1 < end && bytes[at + 1] == '"') {
            start = ++at;
            at++;
            toQuote();
            rewrite(start, at);
        }
        start = Math.min(end, ++at);
        while (at < end && !isMark(bytes[at])) {
            at++;
        }
        at = Math.min(end, at);
        rewrite(start, at);
        add(first, rewrittenTo, true);
    }

    /** Goes to the next quote, counting lines on the way. */
    private void toQuote() {
        while (at < end && bytes[at] != '"') {
            byte letter = bytes[at++];
            if (letter == '\n' || letter == '\r') {
                nextLine++;
                if (letter == '\r' && at < end && bytes[at] == '\n') {
                    at++;
                }
            }
        }
    }

    private static boolean isMark(byte letter) {
        return letter == ',' || letter == '\n' || letter == '\r';
    }

    private void rewrite(int start, int stop) {
        int length = stop - start;
        if (rewrittenTo + length > rewritten.length) {
            rewritten = Arrays.copyOf(rewritten, 2 * (rewrittenTo + length));
        }
        System.arraycopy(bytes, start, rewritten, rewrittenTo, length);
        rewrittenTo += length;
    }

    private void add(int start, int stop, boolean copied) {
        if (cells == from.length) {
            from = Arrays.copyOf(from, 2 * cells);
            to = Arrays.copyOf(to, 2 * cells);
            isRewritten = Arrays.copyOf(isRewritten, 2 * cells);
        }
        from[cells] = start;
        to[cells] = stop;
        isRewritten[cells] = copied;
        cells++;
    }
}
