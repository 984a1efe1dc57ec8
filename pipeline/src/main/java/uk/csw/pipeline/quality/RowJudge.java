package uk.csw.pipeline.quality;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import uk.csw.pipeline.postgres.BinaryCopy;

/**
 * Judges the rows of one file, cell by cell, writing straight into the buffer of its staging table. A row with an error
 * is taken back out of it; every finding on it is kept, not only the first.
 */
final class RowJudge {
    private final List<String> header;
    private final int fewestCells;
    private final CellJudge[] judges;
    private final int[] positions;
    private final BinaryCopy rows;
    private final byte[] opening;
    private final RowInProgress row;

    RowJudge(PartFile file, List<String> header, TablePlan plan, BinaryCopy rows, Findings findings, ChildKeys keys) {
        this.header = header;
        this.fewestCells = cellsWithHeading(header);
        this.judges = plan.judges(file, header, keys);
        this.positions = plan.positions(header);
        this.rows = rows;
        this.opening = opening(file, rows);
        this.row = new RowInProgress(file, rows, findings, judges.length);
    }

    RowOutcome judge(CSVRecord record, long line) {
        if (record.size() == 1 && CellText.strip(record.get(0)).isEmpty()) {
            return RowOutcome.BLANK_LINE;
        }
        String first = CellText.strip(record.get(0));
        if (first.isEmpty() && isEmpty(record)) {
            return RowOutcome.EMPTY;
        }
        if (first.equalsIgnoreCase(CellText.strip(header.get(0))) && isHeader(record)) {
            return RowOutcome.HEADER;
        }
        row.start(line);
        if (isRagged(record)) {
            row.find(RowRule.ROW_RAGGED, "", record.size() + " cells", header.size() + " cells");
            return RowOutcome.QUARANTINED;
        }
        rows.begin(opening);
        rows.bigint(line);
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
        rows.end();
        return RowOutcome.STAGED;
    }

    /** Spreadsheets add empty cells at the end; anything else means that cells have moved. */
    private boolean isRagged(CSVRecord record) {
        if (record.size() == header.size()) {
            return false;
        }
        if (record.size() < fewestCells) {
            return true;
        }
        for (int i = header.size(); i < record.size(); i++) {
            if (!CellText.strip(record.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(CSVRecord record) {
        for (int i = 0; i < record.size(); i++) {
            if (!CellText.strip(record.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isHeader(CSVRecord record) {
        for (int i = 0; i < fewestCells; i++) {
            String cell = i < record.size() ? CellText.strip(record.get(i)) : "";
            if (!cell.equalsIgnoreCase(CellText.strip(header.get(i)))) {
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

    /** The columns that are the same in every row of the file. */
    private static byte[] opening(PartFile file, BinaryCopy rows) {
        rows.begin();
        rows.bigint(file.deliveryId());
        rows.bigint(file.fileId());
        rows.integer(file.authorityKey());
        rows.integer(file.periodKey());
        byte[] opening = rows.soFar();
        rows.discard();
        return opening;
    }
}
