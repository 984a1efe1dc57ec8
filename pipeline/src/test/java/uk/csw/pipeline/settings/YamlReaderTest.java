package uk.csw.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
    private static final String SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "required": ["name"],
              "properties": {
                "name": { "type": "string" },
                "colour": { "enum": ["red", "green"] },
                "items": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": { "size": { "type": "integer" } }
                  }
                }
              }
            }
            """;

    @TempDir
    Path config;

    @BeforeEach
    void a_schema() throws IOException {
        Files.createDirectories(config.resolve("schema"));
        Files.writeString(config.resolve("schema/thing.schema.json"), SCHEMA);
    }

    @Test
    void a_good_file_is_read_and_knows_its_lines() throws IOException {
        YamlFile file = read("# a comment\nname: one\nitems:\n  - size: 4\n");

        assertThat(file.isValid()).isTrue();
        assertThat(file.root().path("name").asString()).isEqualTo("one");
        assertThat(file.line(file.root().path("items").path(0).path("size"))).isEqualTo(4);
    }

    @Test
    void every_mistake_is_named_with_its_line() throws IOException {
        YamlFile file = read("colour: blue\nitems:\n  - size: big\n  - sise: 3\n  -\n");

        assertThat(file.problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "things/one.yaml:1: found no property 'name'; expected a value for it; add it",
                        "things/one.yaml:1: found 'blue' at /colour; expected one of red, green; check the spelling",
                        "things/one.yaml:3: found the text 'big' at /items/0/size; expected a whole number; correct the value",
                        "things/one.yaml:5: found nothing at /items/2; expected keys with values; correct the value",
                        "things/one.yaml:4: found unknown property 'sise' at /items/1; expected one of size;"
                                + " check the spelling, or remove it");
    }

    @Test
    void a_file_that_is_no_yaml_is_a_problem_at_the_line_of_the_mistake() throws IOException {
        assertThat(read("name: one\nitems:\n\t- size: 1\n").problems())
                .singleElement()
                .extracting(Problem::toString)
                .isEqualTo(
                        "things/one.yaml:3: found what is no YAML (while scanning for the next token: found character"
                                + " '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation));"
                                + " expected valid YAML;"
                                + " look at the indentation, colons and quotes of this line and the one before");
        assertThat(read("name: one\nname: two\n").problems())
                .singleElement()
                .extracting(Problem::toString)
                .isEqualTo(
                        "things/one.yaml:2: found \"name\" a second time; expected each key once; remove one of them");
        assertThat(read("").problems())
                .singleElement()
                .extracting(Problem::found)
                .isEqualTo("an empty file");
    }

    @Test
    void a_folder_is_read_in_order_of_path() throws IOException {
        write("things/b.yaml", "name: b\n");
        write("things/sub/a.yaml", "name: a\n");
        write("things/notes.txt", "not one of ours");

        assertThat(reader().readAll("things"))
                .extracting(YamlFile::name)
                .containsExactly("things/b.yaml", "things/sub/a.yaml");
        assertThat(reader().readAll("nowhere")).singleElement().matches(file -> !file.isValid());
    }

    @Test
    void a_missing_schema_is_said_so() {
        assertThatThrownBy(() -> YamlReader.of(config, "other.schema.json"))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("schema/other.schema.json");
    }

    private YamlReader reader() {
        return YamlReader.of(config, "thing.schema.json");
    }

    private YamlFile read(String text) throws IOException {
        write("things/one.yaml", text);
        return reader().read("things/one.yaml");
    }

    private void write(String file, String text) throws IOException {
        Path path = config.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
