package uk.csw.pipeline.quality;

import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Whole numbers, also as spreadsheets write them ({@code 4.0}, {@code 3,000}). */
final class IntegerJudge extends CellJudge {
    private static final Pattern DECIMALS = Pattern.compile("\\.0+$");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+");

    /** An int of so many digits may be too large. */
    private static final int MOST_DIGITS = 10;

    IntegerJudge(Layout layout, Column column) {
        super(layout, column);
    }

    @Override
    boolean judgePlain(String text, RowInProgress row) {
        int length = text.length();
        int value = 0;
        for (int i = 0; i < length; i++) {
            if (!CellText.isDigit(text.charAt(i))) {
                return false;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        boolean fits = length < MOST_DIGITS && value >= column().minimum() && value <= column().maximum();
        if (fits) {
            row.target().integer(value);
        }
        return fits;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        String digits = DECIMALS.matcher(text).replaceFirst("");
        if (THOUSANDS.matcher(digits).matches()) {
            digits = digits.replace(",", "");
        }
        int value;
        try {
            value = Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            fault(RowRule.NUMBER_UNREADABLE, text, "a whole number", row);
            return;
        }
        if (value < column().minimum() || value > column().maximum()) {
            fault(RowRule.NUMBER_OUT_OF_RANGE, text, "a whole number " + column().limits(), row);
        } else {
            row.target().integer(value);
        }
    }
}
