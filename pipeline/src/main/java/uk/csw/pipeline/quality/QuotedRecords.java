package uk.csw.pipeline.quality;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.delivery.CsvRules;

/** Records as Commons CSV reads them. */
final class QuotedRecords implements PartRecords {
    private static final CSVFormat FORMAT = CsvRules.format();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private @Nullable CSVRecord record;

    QuotedRecords(String text) {
        try {
            parser = CSVParser.parse(new StringReader(text), FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read text in memory", e);
        }
        records = parser.iterator();
    }

    @Override
    public boolean next() {
        record = records.hasNext() ? records.next() : null;
        return record != null;
    }

    @Override
    public int size() {
        return current().size();
    }

    @Override
    public String get(int cell) {
        return current().get(cell);
    }

    @Override
    public int position() {
        return Math.toIntExact(current().getCharacterPosition());
    }

    @Override
    public long lineEnds() {
        return parser.getCurrentLineNumber();
    }

    private CSVRecord current() {
        return Objects.requireNonNull(record);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close text in memory", e);
        }
    }
}
