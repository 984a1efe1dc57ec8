package uk.csw.pipeline.quality;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Ofsted's numbers of settings: seven digits, or {@code XXXXXXX} while registration is pending (formats.md 2.2). */
final class UrnJudge extends CellJudge {
    private static final int LENGTH = 7;
    private static final Pattern EXCEL_NUMBER = Pattern.compile("\\d{7}\\.0+");
    private static final String PENDING = "XXXXXXX";

    UrnJudge(Layout layout, Column column) {
        super(layout, column);
    }

    @Override
    boolean judgePlain(String text, RowInProgress row) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!CellText.isDigit(text.charAt(i))) {
                return false;
            }
        }
        row.target().text(text);
        return true;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        if (text.toUpperCase(Locale.ROOT).equals(PENDING)) {
            row.target().text(PENDING);
        } else if (EXCEL_NUMBER.matcher(text).matches()) {
            row.target().text(text.substring(0, LENGTH));
        } else {
            fault(RowRule.URN_UNREADABLE, text, "seven digits, or " + PENDING, row);
        }
    }
}
