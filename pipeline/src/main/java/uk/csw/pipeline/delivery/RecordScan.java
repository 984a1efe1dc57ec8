package uk.csw.pipeline.delivery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Finds where records end and cuts a file into parts of whole records, block after block. Follows the rules of Commons
 * CSV, which reads the parts later: a quote opens a cell only as its first character, a doubled quote stands for one, a
 * record ends with CR, LF or CRLF outside quotes.
 */
final class RecordScan {
    private static final int PLAIN = 0;
    private static final int QUOTED = 1;
    private static final int QUOTE_SEEN = 2;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * ONES;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;

    private final long partBytes;
    private final int headerRecords;
    private final List<Part> parts = new ArrayList<>();
    private final CRC32C checksum = new CRC32C();

    private int state = PLAIN;
    /** The byte before; a cell begins behind a comma, as a record does. */
    private byte before = ',';

    private boolean recordStart = true;
    private boolean afterCr;
    private long lines;
    private long records;
    private long recordFrom;
    private long quoteLine;
    private long recordLine = 1;
    private long longestRecord;
    private long longestLine = 1;
    private long blockFrom;
    /** Where the bytes not yet in the checksum begin, in the current block. */
    private int unsummed;

    private long partFrom = -1;
    private long partLine;

    /**
     * @param partBytes a part is closed at the first record that starts this far into it
     * @param headerRecords records to leave out at the beginning
     */
    RecordScan(long partBytes, int headerRecords) {
        this.partBytes = partBytes;
        this.headerRecords = headerRecords;
    }

    /** Takes the next block of the file. */
    void next(byte[] block, int length) {
        unsummed = 0;
        int at = blockFrom == 0 ? byteOrderMark(block, length) : 0;
        while (at < length) {
            byte value = block[at];
            if (afterCr) {
                afterCr = false;
                if (value == '\n') {
                    before = value;
                    at++;
                    continue;
                }
            }
            if (recordStart) {
                startRecord(block, at);
            }
            take(value);
            before = value;
            at++;
            // What follows means nothing up to the next quote or end of line.
            int next = state == QUOTE_SEEN || recordStart || afterCr ? at : nextMark(block, at, length);
            if (next > at) {
                before = block[next - 1];
                at = next;
            }
        }
        sum(block, length);
        blockFrom += length;
        measure(blockFrom);
    }

    /** The file is over. */
    void finish() {
        if (!recordStart) {
            lines++;
        }
        if (partFrom >= 0 && blockFrom > partFrom) {
            close(blockFrom);
        }
    }

    private static int byteOrderMark(byte[] block, int length) {
        boolean there = length >= 3 && block[0] == (byte) 0xef && block[1] == (byte) 0xbb && block[2] == (byte) 0xbf;
        return there ? 3 : 0;
    }

    private void take(byte value) {
        boolean end = value == '\n' || value == '\r';
        if (end) {
            lines++;
            afterCr = value == '\r';
        }
        if (state == QUOTED) {
            state = value == '"' ? QUOTE_SEEN : QUOTED;
        } else if (end) {
            state = PLAIN;
            recordStart = true;
        } else if (value == '"' && state == QUOTE_SEEN) {
            state = QUOTED;
        } else if (value == '"' && before == ',') {
            state = QUOTED;
            quoteLine = lines + 1;
        } else {
            state = PLAIN;
        }
    }

    /** The next quote or end of line, looking at eight bytes at once. */
    private static int nextMark(byte[] block, int from, int length) {
        int at = from;
        while (at + 8 <= length) {
            long eight = (long) EIGHT.get(block, at);
            if (((zeros(eight ^ QUOTES) | zeros(eight ^ LINE_FEEDS) | zeros(eight ^ RETURNS)) & HIGH_BITS) != 0) {
                break;
            }
            at += 8;
        }
        while (at < length && block[at] != '"' && block[at] != '\n' && block[at] != '\r') {
            at++;
        }
        return at;
    }

    /** The high bit of the first byte that is zero is set (and perhaps of some behind it). */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight;
    }

    private void startRecord(byte[] block, int at) {
        long here = blockFrom + at;
        measure(here);
        recordFrom = here;
        recordLine = lines + 1;
        recordStart = false;
        before = ',';
        if (records == headerRecords) {
            open(at);
        } else if (partFrom >= 0 && here - partFrom >= partBytes) {
            sum(block, at);
            close(here);
            open(at);
        }
        records++;
    }

    /** Sees whether the record that goes on up to here is the longest so far. */
    private void measure(long to) {
        if (to - recordFrom > longestRecord) {
            longestRecord = to - recordFrom;
            longestLine = recordLine;
        }
    }

    private void open(int at) {
        partFrom = blockFrom + at;
        partLine = lines + 1;
        unsummed = at;
        checksum.reset();
    }

    private void close(long to) {
        parts.add(new Part(partFrom, to, partLine, checksum.getValue()));
    }

    private void sum(byte[] block, int to) {
        if (partFrom >= 0) {
            checksum.update(block, unsummed, to - unsummed);
            unsummed = to;
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** Lines seen; after {@link #finish} the last one counts although nothing ends it. */
    long lines() {
        return lines;
    }

    /** The text ends, or stands, inside quotes. */
    boolean isInsideQuotes() {
        return state == QUOTED;
    }

    /** Line of the quote opened last. */
    long quoteLine() {
        return quoteLine;
    }

    /** Bytes of the longest record so far, the unfinished one included. */
    long longestRecord() {
        return longestRecord;
    }

    /** Line on which the longest record begins. */
    long longestLine() {
        return longestLine;
    }

    /** Bytes of the unfinished record so far. */
    long openRecord() {
        return blockFrom - recordFrom;
    }
}
