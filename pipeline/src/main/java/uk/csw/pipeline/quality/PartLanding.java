package uk.csw.pipeline.quality;

import java.sql.SQLException;
import java.util.Optional;

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

    /** Lands the records of this text, which is the whole part. */
    PartCount land(String text) throws SQLException {
        try (PartRecords records = PartRecords.of(text)) {
            long line = part.firstLine();
            Optional<Rejected> rejected = Optional.empty();
            while (records.next()) {
                // Where a rejected row ends is known when the next one begins.
                quarantine(rejected, text, records.position());
                rejected = take(judge.judge(records, line), line, records.position());
                line = part.firstLine() + records.lineEnds();
                buffers.sendFull(judge.rows());
            }
            quarantine(rejected, text, text.length());
        }
        if (emptyRows > 0) {
            String found = emptyRows + (emptyRows == 1 ? " row" : " rows") + " of empty cells";
            buffers.findings().add(part, firstEmptyLine, RowRule.ROW_EMPTY, "", found, "rows with a child in them");
        }
        return new PartCount(new FilePart(part.fileId(), part.partNo()), staged + quarantined, staged, quarantined);
    }

    /** Counts the row; gives it back when it is to be quarantined. */
    private Optional<Rejected> take(RowOutcome outcome, long line, long from) {
        switch (outcome) {
            case STAGED -> staged++;
            case QUARANTINED -> {
                quarantined++;
                return Optional.of(new Rejected(line, from));
            }
            case EMPTY -> {
                firstEmptyLine = emptyRows == 0 ? line : firstEmptyLine;
                emptyRows++;
            }
            case HEADER ->
                buffers.findings().add(part, line, RowRule.ROW_IS_HEADER, "", "the heading row", "a row with a child");
            case BLANK_LINE -> {
                // Not a row.
            }
        }
        return Optional.empty();
    }

    private void quarantine(Optional<Rejected> rejected, String text, long to) {
        rejected.ifPresent(row -> buffers.quarantine(part, row.line(), row.textIn(text, to)));
    }

    /**
     * A row that goes to quarantine.
     *
     * @param line line on which it begins
     * @param from where it begins in the text of the part
     */
    private record Rejected(long line, long from) {
        /** The row as it stands in the file, without the end of its last line. */
        String textIn(String part, long to) {
            int end = (int) to;
            if (end > from && part.charAt(end - 1) == '\n') {
                end--;
            }
            if (end > from && part.charAt(end - 1) == '\r') {
                end--;
            }
            return part.substring((int) from, end);
        }
    }
}
