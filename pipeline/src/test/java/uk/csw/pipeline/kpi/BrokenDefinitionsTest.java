package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.settings.ConfigurationProblems;

/** A folder of definitions with one fault each: every fault is named at once, with its file and line, and none is loaded. */
class BrokenDefinitionsTest {
    @TempDir
    Path folder;

    @Test
    void every_fault_of_every_file_is_named_with_its_line() throws IOException, URISyntaxException {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("BROKEN_YAML_N", ":"),
                Map.entry("DELIVERED_AND_COUNTED_N", "words alone: the figure is delivered, not counted"),
                Map.entry("NO_DENOMINATOR_PCT", "no property 'denominator'"),
                Map.entry("NO_EXAMPLE_N", "examples"),
                Map.entry("OTHER_N", "found 'SAME_CODE_TWICE_N' in kpis/OTHER_N.yaml; expected the name of the file"),
                Map.entry("PROJECTED_N", "found NO_SUCH_N; expected the code of a count with the basis snapshot"),
                Map.entry("SAME_UNSEEN_N", "found 0.5; expected a difference that can be seen"),
                Map.entry("SECOND_STATEMENT_N", "found ';"),
                Map.entry("STRANGE_EXPECTATION_N", "'good'"),
                Map.entry("SUBQUERY_N", "found 'select'"),
                Map.entry("TEXT_WITH_NUMBER_N", "found a number; expected a text"),
                Map.entry("UNKNOWN_BASIS_N", "'fortnight'"),
                Map.entry("UNKNOWN_COLUMN_N", "found 'shoe_size'; expected a literal or one of the columns"),
                Map.entry("UNKNOWN_FACT_N", "'horoscope'"),
                Map.entry("WRONG_POLARITY_N", "'upwards'"),
                Map.entry("YEAR_WITHOUT_ANNUAL_N", "none without the basis annual")));
        KpiFiles files = new KpiFiles(folder);
        try (Stream<Path> broken = Files.list(
                Path.of(Objects.requireNonNull(getClass().getResource("broken")).toURI()))) {
            for (Path file : broken.toList()) {
                files.write(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
            }
        }

        List<String> problems = catchThrowableOfType(ConfigurationProblems.class, files::load).problems().stream()
                .map(Object::toString)
                .toList();

        expected.forEach((file, words) -> assertThat(problems)
                .as(file)
                .anySatisfy(problem -> assertThat(problem)
                        .matches("(?s)kpis/" + file + "\\.yaml:[1-9][0-9]*: .*")
                        .contains(words)));
        assertThat(problems)
                .as("nothing wrong with a file that says what another says under its own name")
                .noneMatch(problem -> problem.startsWith("kpis/SAME_CODE_TWICE_N.yaml"));
    }
}
