package uk.csw.pipeline.quality;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.csw.pipeline.delivery.CsvRules;

/** Takes the rows of one part to where they belong. */
final class PartLanding {
    private static final CSVFormat FORMAT = CsvRules.format();
    /** A row is not being rejected. */
    private static final long NONE = -1;

    private final PartFile part;
    private final RowJudge judge;
    private final LandingBuffers buffers;

    private long read;
    private long staged;
    private long quarantined;
    private long emptyRows;
    private long firstEmptyLine;

    PartLanding(PartFile part, RowJudge judge, LandingBuffers buffers) {
        this.part = part;
        this.judge = judge;
        this.buffers = buffers;
    }

    PartCount land(String text) throws SQLException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            long line = part.firstLine();
            long rejectedFrom = NONE;
            long rejectedLine = 0;
            for (CSVRecord record : parser) {
                // Where a rejected row ends is known when the next one begins.
                if (rejectedFrom != NONE) {
                    quarantine(rejectedLine, text, rejectedFrom, record.getCharacterPosition());
                    rejectedFrom = NONE;
                }
                if (take(judge.judge(record, line), line)) {
                    rejectedFrom = record.getCharacterPosition();
                    rejectedLine = line;
                }
                line = part.firstLine() + parser.getCurrentLineNumber();
                buffers.sendFull();
            }
            if (rejectedFrom != NONE) {
                quarantine(rejectedLine, text, rejectedFrom, text.length());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read text in memory", e);
        }
        if (emptyRows > 0) {
            String found = emptyRows + (emptyRows == 1 ? " row" : " rows") + " of empty cells";
            buffers.findings().add(part, firstEmptyLine, RowRule.ROW_EMPTY, "", found, "rows with a child in them");
        }
        return new PartCount(new FilePart(part.fileId(), part.partNo()), read, staged, quarantined);
    }

    /** Counts the row; says whether it is to be quarantined. */
    private boolean take(RowOutcome outcome, long line) {
        switch (outcome) {
            case STAGED -> {
                read++;
                staged++;
            }
            case QUARANTINED -> {
                read++;
                quarantined++;
                return true;
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
        return false;
    }

    private void quarantine(long line, String text, long from, long to) {
        String raw = text.substring((int) from, (int) to).stripTrailing();
        buffers.quarantine(part, line, raw);
    }
}
