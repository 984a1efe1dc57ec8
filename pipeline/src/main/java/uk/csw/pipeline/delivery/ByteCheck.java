package uk.csw.pipeline.delivery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes that cannot stand in UTF-8 text, block after block; the fast path looks at eight bytes at once. */
final class ByteCheck {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long ONES = 0x0101_0101_0101_0101L;

    /** Continuation bytes still owed by the character begun last, and the range the next of them must lie in. */
    private int owed;

    private int lowest = 0x80;
    private int highest = 0xbf;
    /** The byte with which the character being read begins. */
    private int first;

    /** All bytes of the block can stand. */
    static final int FINE = -1;

    /**
     * Checks one block.
     *
     * @return where the first bad byte stands in the block (zero, or not UTF-8), or {@link #FINE}
     */
    int firstBad(byte[] block, int length) {
        int at = 0;
        while (at < length) {
            if (owed == 0) {
                at = skipPlain(block, at, length);
                if (at == length) {
                    return FINE;
                }
            }
            if (!accept(block[at] & 0xff)) {
                return at;
            }
            at++;
        }
        return FINE;
    }

    /** The byte that cannot stand where it does: the first of its character, even if only the next showed it. */
    byte badByte() {
        return (byte) first;
    }

    /** The text ends in the middle of a character. */
    boolean isCutOff() {
        return owed > 0;
    }

    private static int skipPlain(byte[] block, int from, int length) {
        int at = from;
        while (at + 8 <= length) {
            long eight = (long) EIGHT.get(block, at);
            if (((eight | ((eight - ONES) & ~eight)) & HIGH_BITS) != 0) {
                break;
            }
            at += 8;
        }
        while (at < length && block[at] > 0) {
            at++;
        }
        return at;
    }

    /** Table 3-7 of the Unicode standard, well-formed UTF-8. */
    private boolean accept(int value) {
        if (owed > 0) {
            boolean fits = value >= lowest && value <= highest;
            lowest = 0x80;
            highest = 0xbf;
            owed--;
            return fits;
        }
        first = value;
        if (value >= 0xc2 && value <= 0xdf) {
            owed = 1;
        } else if (value >= 0xe0 && value <= 0xef) {
            owed = 2;
            lowest = value == 0xe0 ? 0xa0 : 0x80;
            highest = value == 0xed ? 0x9f : 0xbf;
        } else if (value >= 0xf0 && value <= 0xf4) {
            owed = 3;
            lowest = value == 0xf0 ? 0x90 : 0x80;
            highest = value == 0xf4 ? 0x8f : 0xbf;
        } else {
            return value > 0 && value < 0x80;
        }
        return true;
    }
}
