package uk.csw.pipeline.quality;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Identifiers and words: kept as they are, but for what spreadsheets do to them (formats.md section 7.1, 14 and 17). */
class TextJudge extends CellJudge {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+\\d{1,3}");

    TextJudge(Layout layout, Column column) {
        super(layout, column);
    }

    /** A line of ASCII with a digit in it: neither a word that means blank nor anything a spreadsheet has spoilt. */
    @Override
    boolean judgePlain(String text, RowInProgress row) {
        int length = text.length();
        if (column().maxLength() > 0 && length > column().maxLength()) {
            return false;
        }
        boolean digit = false;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter == '.' || letter == '+' || letter >= 0x7f) {
                return false;
            }
            digit |= CellText.isDigit(letter);
        }
        if (digit) {
            write(text, row);
        }
        return digit;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        String value = text;
        if (mayBeNumber(text)) {
            Matcher number = WHOLE_NUMBER.matcher(text);
            if (number.matches()) {
                value = number.group(1);
                remark(RowRule.ID_EXCEL_NUMBER, text, value, row);
            } else if (SCIENTIFIC.matcher(text).matches()) {
                fault(RowRule.ID_SCIENTIFIC, text, "all digits", row);
                return;
            }
        }
        if (CellText.meansBlank(value)) {
            blank(row);
        } else if (hasControlCharacter(value)) {
            fault(RowRule.TEXT_CONTROL_CHARACTER, value, "a text on one line", row);
        } else if (column().maxLength() > 0 && value.length() > column().maxLength()) {
            fault(RowRule.TEXT_TOO_LONG, value, "at most " + column().maxLength() + " characters", row);
        } else {
            write(value, row);
        }
    }

    void write(String value, RowInProgress row) {
        row.target().text(value);
    }

    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9' && (text.indexOf('.') > 0 || text.indexOf('+') > 0);
    }

    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter == 0x7f) {
                return true;
            }
        }
        return false;
    }
}
