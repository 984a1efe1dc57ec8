package uk.csw.pipeline.quality;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Postcodes: upper case, one space; a sector ({@code Z8 5}) is kept with a warning (formats.md section 7.1, row 16). */
final class PostcodeJudge extends CellJudge {
    private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) *([0-9][A-Z]{2})");
    private static final Pattern SECTOR = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) +([0-9])");

    PostcodeJudge(Layout layout, Column column) {
        super(layout, column);
    }

    @Override
    boolean judgePlain(String text, RowInProgress row) {
        boolean normal = isNormal(text);
        if (normal) {
            row.target().text(text);
        }
        return normal;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        String upper = text.toUpperCase(Locale.ROOT);
        Matcher whole = WHOLE.matcher(upper);
        Matcher sector = SECTOR.matcher(upper);
        if (whole.matches()) {
            row.target().text(whole.group(1) + " " + whole.group(2));
        } else if (sector.matches()) {
            remark(RowRule.POSTCODE_PARTIAL, text, "a whole postcode such as SW1A 1AA", row);
            row.target().text(sector.group(1) + " " + sector.group(2));
        } else {
            fault(RowRule.POSTCODE_UNREADABLE, text, "a postcode such as SW1A 1AA", row);
        }
    }

    /** The outward code, one space, a digit and two letters. */
    private static boolean isNormal(String text) {
        int space = text.length() - 4;
        if (space < 2 || space > 4 || text.charAt(space) != ' ' || !CellText.isDigit(text.charAt(space + 1))) {
            return false;
        }
        int digit = CellText.isDigit(text.charAt(1)) ? 1 : 2;
        boolean outward = CellText.isLetter(text.charAt(0))
                && (digit == 1 || CellText.isLetter(text.charAt(1)))
                && digit < space
                && CellText.isDigit(text.charAt(digit))
                && (digit + 1 == space
                        || digit + 2 == space
                                && (CellText.isDigit(text.charAt(digit + 1))
                                        || CellText.isLetter(text.charAt(digit + 1))));
        return outward && CellText.isLetter(text.charAt(space + 2)) && CellText.isLetter(text.charAt(space + 3));
    }
}
