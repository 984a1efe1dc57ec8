package uk.csw.pipeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.support.Shared;

class ReferenceDataTest {
    @TempDir
    Path config;

    @BeforeEach
    void a_copy_of_the_configuration_we_ship() throws IOException {
        for (String folder : List.of("reference", "codes")) {
            Files.createDirectories(config.resolve(folder));
            try (Stream<Path> files = Files.list(Shared.config().resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, config.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void the_data_we_ship_is_sound() {
        ReferenceData data = ReferenceData.load(config);

        assertThat(data.authorities().live()).hasSize(153);
        assertThat(data.neighbours())
                .filteredOn(neighbour -> neighbour.model().equals("2025"))
                .hasSize(1530);
        assertThat(data.population())
                .contains(new Population("E92000001", 2024, 12_183_016, "2025 release"))
                .contains(new Population("857", 2024, 8_012, "2025 release"));
        assertThat(data.workingDays().isWorkingDay(LocalDate.of(2026, 12, 28))).isFalse();
    }

    @Test
    void every_mistake_is_named_with_file_and_line() {
        edit("reference/authorities.csv", text -> text.replace("202,E09000007,Camden", "2O2,E09000007,Camden"));
        edit("reference/england_bank_holidays.csv", text -> text.replace("2028-12-26", "26/12/2028"));
        edit("reference/population.csv", text -> text + "999,2024,many,2025 release\n");
        edit("codes/sex.csv", text -> text.replace("F,Female", "M,Female"));

        assertThatThrownBy(() -> ReferenceData.load(config))
                .isInstanceOfSatisfying(
                        ConfigurationProblems.class,
                        all -> assertThat(all.problems())
                                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.found())
                                .contains(
                                        "reference/authorities.csv:3 '2O2' in code",
                                        "reference/england_bank_holidays.csv:166 '26/12/2028' in date",
                                        "reference/population.csv:2113 '999' in area_code",
                                        "reference/population.csv:2113 'many' in children_0_17",
                                        "codes/sex.csv:3 code M twice for the same time"));
    }

    @Test
    void a_year_with_part_of_its_holidays_is_refused() {
        edit("reference/england_bank_holidays.csv", text -> text + "2029-01-01,New Year's Day\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.found()).isEqualTo("1 holidays in 2029");
            assertThat(problem.advice()).isEqualTo("add the whole list of a year at once");
        });
    }

    @Test
    void a_missing_file_and_a_changed_header_are_problems_not_crashes() throws IOException {
        Files.delete(config.resolve("reference/england_bank_holidays.csv"));
        edit("codes/sex.csv", text -> text.replace("group_code", "group"));

        assertThat(problems())
                .extracting(Problem::file)
                .containsExactlyInAnyOrder("reference/england_bank_holidays.csv", "codes/sex.csv");
    }

    @Test
    void one_spelling_cannot_mean_two_codes() {
        edit("codes/sex.csv", text -> text.replace("2|Female|Girl", "1|Female|Girl"));

        assertThat(problems())
                .singleElement()
                .extracting(Problem::toString)
                .isEqualTo("codes/sex.csv:3: found '1' for F; expected one meaning; it is M above; choose one");
    }

    private List<Problem> problems() {
        try {
            ReferenceData.load(config);
            return List.of();
        } catch (ConfigurationProblems all) {
            return all.problems();
        }
    }

    private void edit(String file, UnaryOperator<String> change) {
        try {
            Path path = config.resolve(file);
            String before = Files.readString(path);
            String after = change.apply(before);
            assertThat(after).as("the edit of " + file).isNotEqualTo(before);
            Files.writeString(path, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
