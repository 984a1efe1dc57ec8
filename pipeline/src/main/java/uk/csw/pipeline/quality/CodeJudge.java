package uk.csw.pipeline.quality;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import uk.csw.pipeline.layout.CodeSet;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Codes: read in the spellings the code set knows, written as the code itself. */
final class CodeJudge extends CellJudge {
    /** No column says on which day the code must be valid. */
    static final int NO_SLOT = -1;

    private final CodeSet codes;
    private final CodeTable table;
    private final int dateSlot;
    private final byte[][] written;

    CodeJudge(Layout layout, Column column, CodeSet codes, CodeTable table, int dateSlot) {
        super(layout, column);
        this.codes = codes;
        this.table = table;
        this.dateSlot = dateSlot;
        this.written = new byte[codes.size()][];
        for (int i = 0; i < written.length; i++) {
            written[i] = codes.code(i).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        int code = table.find(text);
        if (code == CodeSet.UNKNOWN) {
            fault(RowRule.CODE_UNKNOWN, text, codes.examples(), row);
        } else {
            write(code, row);
        }
    }

    private void write(int code, RowInProgress row) {
        if (dateSlot != NO_SLOT) {
            long day = row.date(dateSlot);
            if (day != RowInProgress.NO_DATE && !codes.isValidOn(code, day)) {
                String found = codes.code(code) + " on " + LocalDate.ofEpochDay(day);
                remark(RowRule.CODE_NOT_VALID_THEN, found, "used " + codes.validity(code), row);
            }
        }
        row.target().utf8(written[code], 0, written[code].length);
    }
}
