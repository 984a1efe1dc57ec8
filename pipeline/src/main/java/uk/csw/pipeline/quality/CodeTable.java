package uk.csw.pipeline.quality;

import uk.csw.pipeline.layout.CodeSet;

/**
 * Codes by the bytes of their spelling: each spelling is worked out by the code set once and then remembered. Cells of
 * more than eight bytes are always worked out.
 */
final class CodeTable {
    private static final int LONGEST = Long.BYTES;
    private static final int SLOTS = 1 << 10;
    private static final int REMEMBERED = SLOTS / 2;
    /** Spreads numbers that differ little (the golden ratio, as in Knuth's multiplicative hashing). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final CodeSet codes;
    private final long[] spellings = new long[SLOTS];
    private final int[] found = new int[SLOTS];
    private int remembered;

    CodeTable(CodeSet codes) {
        this.codes = codes;
    }

    /** As {@link CodeSet#find}. */
    int find(Cell cell) {
        if (cell.length() > LONGEST) {
            return codes.find(cell.text());
        }
        long spelling = cell.packed();
        int slot = (int) (spelling * SPREAD >>> 54);
        while (spellings[slot] != 0) {
            if (spellings[slot] == spelling) {
                return found[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        int code = codes.find(cell.text());
        if (remembered < REMEMBERED) {
            spellings[slot] = spelling;
            found[slot] = code;
            remembered++;
        }
        return code;
    }
}
