package uk.csw.jobs.quarantine;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One refused row as it is exported and comes back.
 *
 * @param authority code of the authority
 * @param period month of its delivery
 * @param file name of the file in the delivery
 * @param line line on which it begins
 * @param problems what is wrong with it, in words; not read again
 * @param text the row as it stood, or as corrected
 */
record RefusedRow(String authority, YearMonth period, String file, long line, String problems, String text) {
    static final List<String> HEADER = List.of("authority", "period", "file", "line", "problems", "row");
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader(HEADER.toArray(String[]::new)).get();

    /**
     * The row in an exported file.
     *
     * @throws ReplayProblem when it is none
     */
    static RefusedRow of(CSVRecord record) {
        try {
            return new RefusedRow(
                    record.get("authority"),
                    YearMonth.parse(record.get("period")),
                    record.get("file"),
                    Long.parseLong(record.get("line")),
                    record.get("problems"),
                    record.get("row"));
        } catch (DateTimeParseException | IllegalArgumentException mistake) {
            throw new ReplayProblem(
                    "Row " + record.getRecordNumber() + " of the exported file is not as it was exported ("
                            + mistake.getMessage() + "). Correct only the column 'row'.");
        }
    }

    List<Object> cells() {
        return List.of(authority, period, file, line, problems, text);
    }

    String place() {
        return authority + "/" + period + "/" + file;
    }
}
