package uk.csw.pipeline.delivery;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Finds the header row: the first with more than three cells that are not empty, so that a title above it does no harm
 * (formats.md section 1, after the Annex A cleaner). A table may have two or three columns only, such as the ethnicity
 * or the disabilities of the children in need census: where no row has more, it is the first row with two.
 */
final class HeaderSearch {
    private static final int FEWEST_CELLS = 4;
    private static final int FEWEST_CELLS_OF_ALL = 2;
    private static final int RECORDS_SEARCHED = 100;
    private static final Pattern OTHER_SEPARATOR =
            Pattern.compile("([^;]*;){3}.*|([^\\t]*\\t){3}.*|([^|]*\\|){3}.*", Pattern.DOTALL);

    /** What the first records of a file say. */
    sealed interface Result {
        /**
         * @param records how many records there are up to and with the header
         * @param line line on which the header starts
         * @param cells its cells
         */
        record Found(int records, long line, List<String> cells) implements Result {}

        /** Cells separated by something other than commas. */
        record OtherSeparator(long line) implements Result {}

        /** Rows, but none that could be a header. */
        record None() implements Result {}

        /** Nothing but blank lines. */
        record Blank() implements Result {}
    }

    private HeaderSearch() {}

    static Result in(String beginning) {
        boolean blank = true;
        Optional<Result.Found> narrow = Optional.empty();
        try (CSVParser parser = CSVParser.parse(new StringReader(beginning), CsvRules.format())) {
            long line = 1;
            for (CSVRecord record : parser) {
                long filled = record.stream().filter(cell -> !cell.isBlank()).count();
                if (filled >= FEWEST_CELLS) {
                    return new Result.Found((int) record.getRecordNumber(), line, record.toList());
                }
                if (filled >= FEWEST_CELLS_OF_ALL && narrow.isEmpty()) {
                    narrow = Optional.of(new Result.Found((int) record.getRecordNumber(), line, record.toList()));
                }
                if (filled > 0
                        && record.stream()
                                .anyMatch(cell -> OTHER_SEPARATOR.matcher(cell).matches())) {
                    return new Result.OtherSeparator(line);
                }
                blank &= filled == 0;
                line = parser.getCurrentLineNumber() + 1;
                if (record.getRecordNumber() >= RECORDS_SEARCHED) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read text in memory", e);
        }
        if (narrow.isPresent()) {
            return narrow.get();
        }
        return blank ? new Result.Blank() : new Result.None();
    }
}
