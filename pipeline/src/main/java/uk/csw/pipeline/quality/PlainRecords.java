package uk.csw.pipeline.quality;

import java.util.Arrays;

/**
 * Records of a text without a quotation mark: cells end at commas, records at line ends of any kind. A blank line is a
 * record of one empty cell.
 */
final class PlainRecords implements PartRecords {
    private final String text;
    private int[] ends = new int[32];
    private int cells;
    private int position;
    private int next;
    private long lineEnds;

    PlainRecords(String text) {
        this.text = text;
    }

    @Override
    public boolean next() {
        int length = text.length();
        if (next >= length) {
            return false;
        }
        position = next;
        cells = 0;
        int at = next;
        char letter = 0;
        while (at < length) {
            letter = text.charAt(at);
            // All three lie below the digits and letters that cells are made of.
            if (letter <= ',') {
                if (letter == ',') {
                    endCell(at);
                } else if (letter == '\n' || letter == '\r') {
                    break;
                }
            }
            at++;
        }
        endCell(at);
        if (at < length) {
            lineEnds++;
            at += letter == '\r' && at + 1 < length && text.charAt(at + 1) == '\n' ? 2 : 1;
        }
        next = at;
        return true;
    }

    private void endCell(int at) {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        ends[cells++] = at;
    }

    @Override
    public int size() {
        return cells;
    }

    @Override
    public String get(int cell) {
        int from = cell == 0 ? position : ends[cell - 1] + 1;
        return text.substring(from, ends[cell]);
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public long lineEnds() {
        return lineEnds;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
