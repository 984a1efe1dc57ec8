package uk.csw.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {
    @TempDir
    Path config;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void what_excel_saves_as_utf_8_is_read_without_its_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFcode,name\r\nA,café\r\n", StandardCharsets.UTF_8))
                .contains("code,name\r\nA,café\r\n");
        assertThat(problems).isEmpty();
    }

    @Test
    void what_excel_saves_otherwise_is_named_with_its_line() throws IOException {
        assertThat(read("code,name\r\nA,one\r\nB,café\r\n", Charset.forName("windows-1252")))
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .hasToString("codes/one.csv:3: found a character that is not UTF-8; expected a UTF-8 text file;"
                        + " save the file as UTF-8");
    }

    @Test
    void a_character_that_ends_with_the_file_is_none() throws IOException {
        assertThat(read("code\ncafé", Charset.forName("windows-1252"))).isEmpty();
        assertThat(problems).singleElement().matches(problem -> problem.line() == 2);
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        assertThat(ConfigText.read(config, "codes/two.csv", problems)).isEmpty();
        assertThat(problems)
                .singleElement()
                .hasToString("codes/two.csv: found no such file; expected a UTF-8 text file; restore it");
    }

    @Test
    void a_quote_that_never_ends_is_said_with_its_line_and_no_class() throws IOException {
        read("code,name\nA,one\nB,\"two\nC,three\n", StandardCharsets.UTF_8);
        assertThat(CsvTable.read(config, "codes/one.csv", List.of("code", "name"), problems))
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .hasToString(
                        "codes/one.csv: found no readable table ((startline 3) EOF reached before encapsulated token"
                                + " finished); expected a CSV file; look at the double quotes of that line and after it");
    }

    private Optional<String> read(String text, Charset encoding) throws IOException {
        Files.createDirectories(config.resolve("codes"));
        Files.write(config.resolve("codes/one.csv"), text.getBytes(encoding));
        return ConfigText.read(config, "codes/one.csv", problems);
    }
}
