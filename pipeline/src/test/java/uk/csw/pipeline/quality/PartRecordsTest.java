package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A text without a quotation mark is read as Commons CSV reads it. */
class PartRecordsTest {
    private static final String[] PIECES = {
        "a",
        "é",
        "\ufeff",
        " ",
        "\t",
        "'",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r\n",
        "\r",
        "\u2028",
        "#",
        "\\",
        "bcdefghijk"
    };
    private static final int TEXTS = 20_000;

    private record Read(int position, long lineEndsBefore, List<String> cells) {}

    @Test
    void any_text_without_quotation_marks_gives_the_records_that_commons_csv_reads() {
        Random random = new Random(903);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(60); left > 0; left--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String whole = text.toString();

            assertThat(read(new PlainRecords(whole)))
                    .as("%s", whole.replace("\n", "\\n").replace("\r", "\\r"))
                    .isEqualTo(read(new QuotedRecords(whole)));
        }
    }

    @Test
    void only_a_text_without_quotation_marks_is_read_the_plain_way() {
        assertThat(PartRecords.of("a,b\n")).isInstanceOf(PlainRecords.class);
        assertThat(read(PartRecords.of("a,\"b\nc\"\n"))).containsExactly(new Read(0, 0, List.of("a", "b\nc")));
    }

    private static List<Read> read(PartRecords records) {
        List<Read> read = new ArrayList<>();
        try (records) {
            long lineEnds = 0;
            while (records.next()) {
                read.add(new Read(
                        records.position(),
                        lineEnds,
                        IntStream.range(0, records.size())
                                .mapToObj(records::get)
                                .toList()));
                lineEnds = records.lineEnds();
            }
        }
        return read;
    }
}
