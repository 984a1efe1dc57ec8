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
    boolean judgePlain(Cell cell, RowInProgress row) {
        boolean normal = isNormal(cell);
        if (normal) {
            row.target().utf8(cell.bytes(), cell.from(), cell.length());
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
    private static boolean isNormal(Cell cell) {
        int space = cell.length() - 4;
        if (space < 2 || space > 4 || cell.at(space) != ' ' || !cell.isDigit(space + 1)) {
            return false;
        }
        int digit = cell.isDigit(1) ? 1 : 2;
        boolean outward = cell.isLetter(0)
                && (digit == 1 || cell.isLetter(1))
                && digit < space
                && cell.isDigit(digit)
                && (digit + 1 == space || digit + 2 == space && (cell.isDigit(digit + 1) || cell.isLetter(digit + 1)));
        return outward && cell.isLetter(space + 2) && cell.isLetter(space + 3);
    }
}
