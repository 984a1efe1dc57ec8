package uk.csw.pipeline.quality;

import java.util.Locale;
import java.util.Set;

/** The text of a cell, without what nobody sees, and the words that mean blank (formats.md section 7.1, rows 6 and 7). */
final class CellText {
    private static final Set<String> BLANKS = Set.of(
            "null",
            "nan",
            "#n/a",
            "n/a",
            "na",
            "-",
            ".",
            "..",
            "pd.na",
            "<na>",
            "<blank>",
            "not recorded",
            "znot recorded",
            "znotrecorded",
            "data not captured on mosaic");
    private static final int LONGEST_BLANK = 27;

    private CellText() {}

    /** Without spaces of any kind and byte-order marks at either end; the same object when there are none. */
    static String strip(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && isSpace(raw.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(raw.charAt(to - 1))) {
            to--;
        }
        return to - from == raw.length() ? raw : raw.substring(from, to);
    }

    /** A word that systems write where there is nothing. */
    static boolean meansBlank(String stripped) {
        return switch (stripped.length() <= LONGEST_BLANK ? stripped.charAt(0) : 'x') {
            case 'n', 'N', '#', '-', '.', 'p', 'P', '<', 'z', 'Z', 'd', 'D' ->
                BLANKS.contains(stripped.toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** An upper-case letter of the English alphabet. */
    static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isSpace(char letter) {
        return letter <= ' '
                || letter >= 0x80
                        && (letter == '\u00a0'
                                || letter == '\ufeff'
                                || letter == '\u200b'
                                || Character.isWhitespace(letter)
                                || Character.isSpaceChar(letter));
    }
}
