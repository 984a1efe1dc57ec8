package uk.csw.pipeline.quality;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Numbers with decimals, also as spreadsheets write them: {@code 3,000.5}, {@code 12.3%} (which is 12.3). */
final class DecimalJudge extends CellJudge {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:\\d{1,12}|\\d{1,3}(?:,\\d{3}){1,3})(?:\\.\\d{1,12})? ?%?");
    private static final Pattern DECORATION = Pattern.compile("[,% ]");

    DecimalJudge(Layout layout, Column column) {
        super(layout, column);
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        if (!NUMBER.matcher(text).matches()) {
            fault(RowRule.NUMBER_UNREADABLE, text, "a number such as 12.5", row);
            return;
        }
        BigDecimal value = new BigDecimal(DECORATION.matcher(text).replaceAll(""));
        if (isBelow(value) || isAbove(value)) {
            fault(RowRule.NUMBER_OUT_OF_RANGE, text, "a number " + column().limits(), row);
        } else {
            row.target().numeric(value);
        }
    }

    private boolean isBelow(BigDecimal value) {
        int minimum = column().minimum();
        return minimum != Integer.MIN_VALUE && value.compareTo(BigDecimal.valueOf(minimum)) < 0;
    }

    private boolean isAbove(BigDecimal value) {
        int maximum = column().maximum();
        return maximum != Integer.MAX_VALUE && value.compareTo(BigDecimal.valueOf(maximum)) > 0;
    }
}
