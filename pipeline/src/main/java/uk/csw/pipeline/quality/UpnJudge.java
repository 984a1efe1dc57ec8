package uk.csw.pipeline.quality;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Unique pupil numbers and the reasons for having none (formats.md section 2.2); a wrong check letter is a warning. */
final class UpnJudge extends CellJudge {
    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-RT-Z](?:\\d{12}|\\d{11}[A-Z])");
    private static final Pattern REASON = Pattern.compile("UN[1-7]");
    private static final int LENGTH = 13;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    UpnJudge(Layout layout, Column column) {
        super(layout, column);
    }

    @Override
    boolean judgePlain(String text, RowInProgress row) {
        if (text.length() != LENGTH || !CellText.isLetter(text.charAt(0))) {
            return false;
        }
        int sum = 0;
        for (int i = 1; i < LENGTH; i++) {
            if (!CellText.isDigit(text.charAt(i))) {
                return false;
            }
            sum += (i + 1) * (text.charAt(i) - '0');
        }
        boolean right = text.charAt(0) == LETTERS.charAt(sum % LETTERS.length());
        if (right) {
            row.target().text(text);
        }
        return right;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        String upn = text.toUpperCase(Locale.ROOT);
        if (FORM.matcher(upn).matches()) {
            char expected = checkLetter(upn);
            if (upn.charAt(0) != expected) {
                remark(RowRule.UPN_CHECK_LETTER, upn, "the letter " + expected, row);
            }
            row.target().text(upn);
        } else if (REASON.matcher(upn).matches()) {
            row.target().text(upn);
        } else {
            fault(RowRule.UPN_UNREADABLE, text, "a letter and 12 digits, or UN1 to UN5", row);
        }
    }

    /** The sum of position times digit over characters 2 to 13, modulo 23, as a letter. */
    static char checkLetter(String upn) {
        int sum = 0;
        for (int i = 1; i < upn.length(); i++) {
            char symbol = upn.charAt(i);
            int value = symbol <= '9' ? symbol - '0' : LETTERS.indexOf(symbol);
            sum += (i + 1) * value;
        }
        return LETTERS.charAt(Math.floorMod(sum, LETTERS.length()));
    }
}
