package uk.csw.pipeline.quality;

import java.util.List;
import uk.csw.pipeline.postgres.BinaryCopy;

/**
 * Judges the rows of one file, cell by cell, writing straight into the buffer of its staging table. A row with an error
 * is taken back out of it; every finding on it is kept, not only the first.
 */
final class RowJudge {
    private final List<String> header;
    private final int fewestCells;
    private final String firstHeading;
    private final CellJudge[] judges;
    private final int[] positions;
    private final BinaryCopy rows;
    private final int fileId;
    private final RowInProgress row;

    RowJudge(PartFile file, List<String> header, TablePlan plan, BinaryCopy rows, Findings findings, ChildKeys keys) {
        this.header = header;
        this.fewestCells = cellsWithHeading(header);
        this.firstHeading = CellText.strip(header.get(0));
        this.judges = plan.judges(file, header, keys);
        this.positions = plan.positions(header);
        this.rows = rows;
        this.fileId = Math.toIntExact(file.fileId());
        this.row = new RowInProgress(file, rows, findings, judges.length);
    }

    /** Judges a record that begins on this line of the file. */
    RowOutcome judge(PartRecords record, long line) {
        String first = CellText.strip(record.get(0));
        if (first.isEmpty()) {
            if (record.size() == 1) {
                return RowOutcome.BLANK_LINE;
            }
            if (isEmpty(record)) {
                return RowOutcome.EMPTY;
            }
        } else if (first.equalsIgnoreCase(firstHeading) && isHeader(record)) {
            return RowOutcome.HEADER;
        }
        row.start(line);
        if (isRagged(record)) {
            row.find(RowRule.ROW_RAGGED, "", record.size() + " cells", header.size() + " cells");
            return RowOutcome.QUARANTINED;
        }
        rows.begin();
        rows.integer(fileId);
        rows.integer(Math.toIntExact(line));
        int content = rows.position();
        for (int i = 0; i < judges.length; i++) {
            if (positions[i] < 0) {
                judges[i].absent(row);
            } else {
                judges[i].judge(record.get(positions[i]), row);
            }
        }
        if (row.isRejected()) {
            rows.discard();
            return RowOutcome.QUARANTINED;
        }
        rows.bigint(rows.hashSince(content));
        return RowOutcome.STAGED;
    }

    /** Where the rows are gathered. */
    BinaryCopy rows() {
        return rows;
    }

    /** Spreadsheets add empty cells at the end; anything else means that cells have moved. */
    private boolean isRagged(PartRecords record) {
        if (record.size() == header.size()) {
            return false;
        }
        if (record.size() < fewestCells) {
            return true;
        }
        return !isEmptyFrom(header.size(), record);
    }

    private boolean isEmpty(PartRecords record) {
        return isEmptyFrom(0, record);
    }

    private boolean isEmptyFrom(int index, PartRecords record) {
        for (int i = index; i < record.size(); i++) {
            if (!CellText.strip(record.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isHeader(PartRecords record) {
        for (int i = 0; i < fewestCells; i++) {
            String text = i < record.size() ? CellText.strip(record.get(i)) : "";
            if (!text.equalsIgnoreCase(CellText.strip(header.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Cells up to the last that has a heading. */
    private static int cellsWithHeading(List<String> header) {
        int cells = header.size();
        while (cells > 0 && CellText.strip(header.get(cells - 1)).isEmpty()) {
            cells--;
        }
        return cells;
    }
}
