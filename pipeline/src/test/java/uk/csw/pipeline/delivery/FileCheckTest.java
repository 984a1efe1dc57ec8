package uk.csw.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.support.Shared;

/** What is said of files that are no tables, with the line a person has to look at. */
class FileCheckTest {
    private static final String HEADER = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
    private static final String ROW = "1,01/01/2015,01/03/2026,PN0\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void a_table_is_recognised_and_cut_into_its_records() throws IOException {
        CheckedFile file = check(HEADER + ROW + ROW);

        assertThat(file.findings()).isEmpty();
        assertThat(file.table().orElseThrow().entity()).isEqualTo("care_review");
        assertThat(file.parts()).extracting(Part::firstLine).containsExactly(2L);
    }

    @Test
    void the_byte_that_is_not_UTF_8_is_named_and_not_the_letter_after_it() throws IOException {
        CheckedFile file = check((HEADER + ROW + "Zoé Smith,,,\n").getBytes(WINDOWS));

        assertThat(said(file)).containsExactly("3 FILE_NOT_UTF8 byte E9 (in Windows-1252: é)");
    }

    @Test
    void so_is_a_byte_at_the_end_of_a_line_on_its_own_line() throws IOException {
        CheckedFile file = check((HEADER + ROW + "1,,,Zoé\n" + ROW).getBytes(WINDOWS));

        assertThat(said(file)).containsExactly("3 FILE_NOT_UTF8 byte E9 (in Windows-1252: é)");
    }

    @Test
    void of_UTF_16_one_thing_is_said_even_if_nothing_is_in_it() throws IOException {
        assertThat(said(check((HEADER + ROW).getBytes(StandardCharsets.UTF_16))))
                .containsExactly("1 FILE_NOT_UTF8 UTF-16 (its byte-order mark)");
        assertThat(said(check(new byte[] {(byte) 0xff, (byte) 0xfe})))
                .containsExactly("1 FILE_NOT_UTF8 UTF-16 (its byte-order mark)");
    }

    @Test
    void UTF_16_without_its_mark_shows_by_its_zero_bytes() throws IOException {
        assertThat(said(check((HEADER + ROW).getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly("1 FILE_NUL_BYTES byte 00");
    }

    @Test
    void a_file_of_another_program_that_was_only_renamed_is_called_by_what_it_is() throws IOException {
        assertThat(said(check("%PDF-1.7\n1 0 obj\n"))).containsExactly("0 FILE_NOT_TEXT a PDF");
        assertThat(said(check(new byte[] {'P', 'K', 3, 4, 20, 0})))
                .containsExactly("0 FILE_NOT_TEXT an Excel workbook or another zip file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "CHILD,DOB,REVIEW,REVIEW_CODE\n"})
    void a_file_without_rows_is_empty(String text) throws IOException {
        assertThat(check(text).findings()).extracting(FileFinding::rule).containsExactly(FileRule.FILE_EMPTY);
    }

    @Test
    void a_row_of_more_than_a_megabyte_is_found_by_its_first_line() throws IOException {
        String row = "2,01/01/2015,01/03/2026,\"" + "x".repeat(1_200_000) + "\"\n";

        assertThat(said(check(HEADER + ROW + ROW + row + ROW.repeat(50_000))))
                .containsExactly("4 FILE_RECORD_TOO_LONG a row of more than 1 MB");
    }

    @Test
    void a_quote_that_nobody_closes_is_found_by_its_line_long_before_the_end() throws IOException {
        String open = "2,01/01/2015,01/03/2026,\"PN0\n";

        assertThat(said(check(HEADER + ROW + open + ROW.repeat(100_000))))
                .containsExactly("3 FILE_UNTERMINATED_QUOTE a quotation mark never closed");
        assertThat(said(check(HEADER + ROW + open + ROW)))
                .containsExactly("3 FILE_UNTERMINATED_QUOTE a quotation mark never closed");
    }

    @Test
    void a_file_whose_lines_end_with_CR_alone_is_read_like_any_other() throws IOException {
        CheckedFile file = check((HEADER + ROW + ROW).replace('\n', '\r'));

        assertThat(file.findings()).isEmpty();
        assertThat(file.lines()).isEqualTo(3);
    }

    @Test
    void a_heading_that_comes_twice_is_named() throws IOException {
        assertThat(said(check("CHILD,DOB,REVIEW,REVIEW_CODE,DOB\n" + ROW)))
                .containsExactly("1 FILE_HEADER_TWICE DOB and DOB");
    }

    @Test
    void an_unknown_table_shows_nothing_of_what_may_be_a_row() throws IOException {
        assertThat(said(check("Zoe,Smith,Secret,Road\n" + ROW)))
                .containsExactly("1 FILE_UNKNOWN_TABLE 4 cells that are no known heading row");
    }

    private CheckedFile check(String text) throws IOException {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    private CheckedFile check(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("reviews.csv"), content);
        return new FileCheck(Layouts.load(Shared.config()), 4 << 20)
                .check(FileLook.at(folder, file), "330/2026-03/reviews.csv");
    }

    private static List<String> said(CheckedFile file) {
        return file.findings().stream()
                .map(finding -> finding.line() + " " + finding.rule().code() + " " + finding.found())
                .toList();
    }
}
