package uk.csw.pipeline.comparator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.support.Shared;

class PublishedTablesTest {
    private final KpiCatalogue kpis = KpiCatalogue.load(Shared.config());

    @TempDir
    Path config;

    @Test
    void the_shipped_mappings_can_be_used() {
        assertThat(PublishedTables.load(Shared.config(), kpis).size()).isGreaterThan(15);
    }

    @Test
    void every_mistake_in_a_mapping_is_named_with_its_line() throws IOException {
        Files.createDirectories(config.resolve("schema"));
        Files.createDirectories(config.resolve("comparators"));
        Files.copy(
                Shared.config().resolve("schema/comparator.schema.json"),
                config.resolve("schema/comparator.schema.json"));
        Files.writeString(config.resolve("comparators/a.yaml"), """
                table: A table
                plain_english: For this test.
                layout: explore_education_statistics
                recognised_by: [[a]]
                figures:
                  - kpi: NO_SUCH_KPI
                    column: [a]
                  - kpi: CLA_RATE
                    column: [a]
                    numerator: [[b]]
                    denominator: [c]
                """);
        Files.writeString(config.resolve("comparators/b.yaml"), """
                table: A table
                plain_english: For this test.
                layout: explore_education_statistics
                recognised_by: [[a]]
                figures:
                  - kpi: CLA_RATE
                    colum: [a]
                """);
        Files.writeString(config.resolve("comparators/c.yaml"), """
                table: A table
                plain_english: For this test.
                layout: explore_education_statistics
                recognised_by: [[a]]
                figures: [{kpi: CLA_RATE, column: [a]}]
                """);

        ConfigurationProblems problems =
                catchThrowableOfType(ConfigurationProblems.class, () -> PublishedTables.load(config, kpis));

        assertThat(problems.problems())
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.startsWith("comparators/a.yaml:6: found the KPI NO_SUCH_KPI"))
                .anyMatch(problem -> problem.startsWith("comparators/a.yaml:8: found both a column and a numerator"))
                .anyMatch(problem -> problem.startsWith("comparators/b.yaml:7") && problem.contains("colum"))
                .anyMatch(problem -> problem.startsWith("comparators/c.yaml:1: found the table of comparators/a.yaml"));
    }
}
