package uk.csw.pipeline.quality;

import java.nio.charset.StandardCharsets;

/**
 * The cell being judged: some bytes of the file, without what nobody sees at either end. One object for all cells, so
 * that an ordinary cell costs no allocation.
 */
final class Cell {
    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /** Shows the bytes of {@code source} between {@code start} and {@code end}. */
    void show(byte[] source, int start, int end) {
        bytes = source;
        from = start;
        to = end;
        while (from < to && isPlainSpace(bytes[from])) {
            from++;
        }
        while (to > from && isPlainSpace(bytes[to - 1])) {
            to--;
        }
        if (from < to && (bytes[from] < 0 || bytes[to - 1] < 0)) {
            stripOtherSpaces();
        }
    }

    boolean isEmpty() {
        return from == to;
    }

    int length() {
        return to - from;
    }

    /** The byte that stands {@code index} bytes from the beginning. */
    byte at(int index) {
        return bytes[from + index];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the cell begins in {@link #bytes}. */
    int from() {
        return from;
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The bytes of a cell of at most eight as one number, different for every such cell. */
    long packed() {
        long packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | bytes[i] & 0xff;
        }
        return packed;
    }

    /** Two digits as a number; negative when there is anything else. */
    int twoDigits(int index) {
        int tens = bytes[from + index] - '0';
        int ones = bytes[from + index + 1] - '0';
        boolean digits = (tens | ones) >= 0 && tens <= 9 && ones <= 9;
        return digits ? tens * 10 + ones : -1;
    }

    boolean isDigit(int index) {
        byte letter = bytes[from + index];
        return letter >= '0' && letter <= '9';
    }

    /** An upper-case letter. */
    boolean isLetter(int index) {
        byte letter = bytes[from + index];
        return letter >= 'A' && letter <= 'Z';
    }

    /** Non-breaking spaces, byte-order marks and the like. */
    private void stripOtherSpaces() {
        String text = text();
        String stripped = CellText.strip(text);
        if (stripped.length() != text.length()) {
            bytes = stripped.getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = bytes.length;
        }
    }

    private static boolean isPlainSpace(byte letter) {
        return letter >= 0 && letter <= ' ';
    }
}
