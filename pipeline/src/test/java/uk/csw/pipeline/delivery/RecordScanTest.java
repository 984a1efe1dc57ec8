package uk.csw.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The scan cuts files where Commons CSV ends records: read part by part, a file says what it says as a whole. */
class RecordScanTest {
    private static final String[] PIECES = {
        "a", "é", " ", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "bcdefghijk"
    };
    private static final int TEXTS = 20_000;

    private record Read(long line, List<String> cells) {}

    @Test
    void read_in_parts_any_text_gives_the_records_and_lines_of_the_whole() throws IOException {
        Random random = new Random(903);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            int headerRecords = random.nextInt(3);
            RecordScan scan = scan(text, 1 + random.nextInt(20), headerRecords, 1 + random.nextInt(9));
            List<Read> whole = read(text, 1);

            List<Read> parts = new ArrayList<>();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (Part part : scan.parts()) {
                byte[] range = Arrays.copyOfRange(bytes, (int) part.from(), (int) part.to());
                parts.addAll(read(new String(range, StandardCharsets.UTF_8), part.firstLine()));
            }

            assertThat(parts)
                    .as("%s", text.replace("\n", "\\n").replace("\r", "\\r"))
                    .isEqualTo(whole.subList(Math.min(headerRecords, whole.size()), whole.size()));
        }
    }

    @Test
    void small_parts_are_cut_at_every_record() {
        RecordScan scan = scan("head\r\n\"a\nb\",c\r\nd\r\n", 1, 1, 5);

        assertThat(scan.parts()).extracting(Part::firstLine).containsExactly(2L, 4L);
    }

    @Test
    void the_longest_record_is_known_by_the_line_on_which_it_begins() {
        RecordScan scan = scan("head\nshort\nlong \"er\nlongest,\"of\nall\"\nshort\n", 1000, 1, 4);

        assertThat(scan.longestLine()).isEqualTo(4);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(40); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static RecordScan scan(String text, int partBytes, int headerRecords, int blockBytes) {
        RecordScan scan = new RecordScan(partBytes, headerRecords);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += blockBytes) {
            byte[] block = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + blockBytes));
            scan.next(block, block.length);
        }
        scan.finish();
        return scan;
    }

    private static List<Read> read(String text, long firstLine) throws IOException {
        List<Read> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CsvRules.format())) {
            long line = firstLine;
            for (CSVRecord record : parser) {
                records.add(new Read(line, record.toList()));
                line = firstLine + parser.getCurrentLineNumber();
            }
        }
        return records;
    }
}
