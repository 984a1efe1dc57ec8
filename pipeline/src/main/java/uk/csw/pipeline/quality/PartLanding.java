package uk.csw.pipeline.quality;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Takes the rows of one part to where they belong. */
final class PartLanding {
    private final PartFile part;
    private final RowJudge judge;
    private final LandingBuffers buffers;

    private long staged;
    private long quarantined;
    private long emptyRows;
    private long firstEmptyLine;

    PartLanding(PartFile part, RowJudge judge, LandingBuffers buffers) {
        this.part = part;
        this.judge = judge;
        this.buffers = buffers;
    }

    /** Lands the first {@code length} of these bytes. */
    PartCount land(byte[] bytes, int length) throws SQLException {
        RecordReader record = new RecordReader(bytes, length, part.firstLine());
        while (record.next()) {
            take(judge.judge(record), record, bytes);
            buffers.sendFull(judge.rows());
        }
        if (emptyRows > 0) {
            String found = emptyRows + (emptyRows == 1 ? " row" : " rows") + " of empty cells";
            buffers.findings().add(part, firstEmptyLine, RowRule.ROW_EMPTY, "", found, "rows with a child in them");
        }
        return new PartCount(new FilePart(part.fileId(), part.partNo()), staged + quarantined, staged, quarantined);
    }

    private void take(RowOutcome outcome, RecordReader record, byte[] bytes) {
        switch (outcome) {
            case STAGED -> staged++;
            case QUARANTINED -> {
                quarantined++;
                String raw = new String(bytes, record.from(), record.to() - record.from(), StandardCharsets.UTF_8);
                buffers.quarantine(part, record.line(), raw);
            }
            case EMPTY -> {
                firstEmptyLine = emptyRows == 0 ? record.line() : firstEmptyLine;
                emptyRows++;
            }
            case HEADER ->
                buffers.findings()
                        .add(part, record.line(), RowRule.ROW_IS_HEADER, "", "the heading row", "a row with a child");
            case BLANK_LINE -> {
                // Not a row.
            }
        }
    }
}
