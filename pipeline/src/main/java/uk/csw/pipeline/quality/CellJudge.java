package uk.csw.pipeline.quality;

import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Judges the cells of one column: writes the value into the row, or leaves it out with a finding. */
abstract class CellJudge {
    private final Column column;
    private final boolean refusesFaults;
    private final String constant;

    CellJudge(Layout layout, Column column) {
        this.column = column;
        this.refusesFaults = column.required() || layout.key().contains(column.name());
        this.constant = column.constant().orElse("");
    }

    /** Judges a cell as it stands in the file. */
    final void judge(String cell, RowInProgress row) {
        String text = CellText.strip(cell);
        if (text.isEmpty()) {
            blank(row);
        } else if (!judgePlain(text, row)) {
            judgeText(text, row);
        }
    }

    /** The file has no such column. */
    final void absent(RowInProgress row) {
        if (constant.isEmpty()) {
            leaveOut(row);
        } else {
            judgeText(constant, row);
        }
    }

    /**
     * Judges the usual kind of text, without a regular expression.
     *
     * @return false when it is not of the usual kind; then nothing has been written
     */
    boolean judgePlain(String text, RowInProgress row) {
        return false;
    }

    /** Judges a stripped text that is not empty; writes exactly one value. */
    abstract void judgeText(String text, RowInProgress row);

    /** There is nothing in the cell. */
    final void blank(RowInProgress row) {
        if (column.required()) {
            row.find(RowRule.BLANK_REQUIRED, column.name(), "", "a value");
        }
        leaveOut(row);
    }

    /** The text cannot be used. A word that means blank is no fault. */
    final void fault(RowRule rule, String text, String expected, RowInProgress row) {
        if (CellText.meansBlank(text)) {
            blank(row);
            return;
        }
        row.find(refusesFaults ? rule.whenRequired() : rule, column.name(), text, expected);
        leaveOut(row);
    }

    /** Something to look at; the value is kept. */
    final void remark(RowRule rule, String text, String expected, RowInProgress row) {
        row.find(rule, column.name(), text, expected);
    }

    /** Writes a null. */
    void leaveOut(RowInProgress row) {
        row.target().nothing();
    }

    final Column column() {
        return column;
    }
}
