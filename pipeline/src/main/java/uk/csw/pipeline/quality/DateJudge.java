package uk.csw.pipeline.quality;

import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Dates; what was read is also kept for codes that must be valid on that day. */
final class DateJudge extends CellJudge {
    private final DateText dates;
    private final String expected;
    private final int slot;

    DateJudge(Layout layout, Column column, DateText dates, int slot) {
        super(layout, column);
        this.dates = dates;
        this.expected = layout.dateStyle().example();
        this.slot = slot;
    }

    @Override
    boolean judgePlain(String text, RowInProgress row) {
        long day = dates.readPlain(text);
        if (!DateText.isDay(day)) {
            return false;
        }
        row.setDate(slot, day);
        row.target().date(day);
        return true;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        long day = dates.read(text);
        if (DateText.isDay(day)) {
            row.setDate(slot, day);
            row.target().date(day);
        } else if (day == DateText.PLACEHOLDER) {
            remark(RowRule.DATE_PLACEHOLDER, text, "a date, or nothing", row);
            blank(row);
        } else if (day == DateText.EXCEL_NUMBER) {
            String meant = expected + "; " + text + " would be " + DateText.excelDay(text) + " in a spreadsheet";
            fault(RowRule.DATE_EXCEL_NUMBER, text, meant, row);
        } else {
            fault(day == DateText.IMPOSSIBLE ? RowRule.DATE_IMPOSSIBLE : RowRule.DATE_UNREADABLE, text, expected, row);
        }
    }

    @Override
    void leaveOut(RowInProgress row) {
        row.setDate(slot, RowInProgress.NO_DATE);
        super.leaveOut(row);
    }
}
