package uk.csw.pipeline.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.csw.pipeline.support.Shared;

/** A configuration folder of a test's own, with the project's schema and whatever definitions the test writes. */
final class KpiFiles {
    /** A complete definition that a test may bend. */
    static final String COUNT = """
            code: %s
            name: Starts
            plain_english: How often care started.
            group: Test
            outcome: Test
            unit: count
            decimals: 0
            polarity: none
            counted_from: care_episode
            date: start_date
            numerator:
              text: Starts
              where: is_care_start
            bases: [month]
            disclosure: none
            comparators: {}
            examples:
              - {says: none, given: [], period: 2025-01, basis: month, expect: {numerator: 0, value: 0, status: measured}}
              - {says: none, given: [], period: 2025-01, basis: month, expect: {numerator: 0, value: 0, status: measured}}
              - {says: none, given: [], period: 2025-01, basis: month, expect: {numerator: 0, value: 0, status: measured}}
            """;

    private final Path folder;

    KpiFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("schema"));
            Files.createDirectories(folder.resolve("kpis"));
            Files.copy(Shared.config().resolve("schema/kpi.schema.json"), folder.resolve("schema/kpi.schema.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    KpiFiles write(String code, String text) {
        try {
            Files.writeString(folder.resolve("kpis/" + code + ".yaml"), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    KpiCatalogue load() {
        return KpiCatalogue.load(folder);
    }
}
