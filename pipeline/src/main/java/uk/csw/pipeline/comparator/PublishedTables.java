package uk.csw.pipeline.comparator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.settings.YamlReader;

/** The published tables that can be read. Immutable. */
public final class PublishedTables {
    private final List<PublishedTable> tables;

    private PublishedTables(List<PublishedTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /**
     * Reads and checks every file in {@code config/comparators/}.
     *
     * @throws ConfigurationProblems every problem of every file, when there is any
     */
    public static PublishedTables load(Path configDir, KpiCatalogue kpis) {
        List<Problem> problems = new ArrayList<>();
        List<PublishedTable> tables = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (YamlFile file : YamlReader.of(configDir, "comparator.schema.json").readAll("comparators")) {
            problems.addAll(file.problems());
            if (file.isValid()) {
                PublishedTable table = new TableReader(file, kpis, problems).read();
                String before = names.put(table.name(), file.name());
                if (before != null) {
                    problems.add(file.problem(
                            file.root().path("table"),
                            "the table of " + before + " again",
                            "each table once",
                            "put both into one file"));
                }
                tables.add(table);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return new PublishedTables(tables);
    }

    public int size() {
        return tables.size();
    }

    /** The tables a file with this header could be, of those that ask for most columns: one, none, or rivals. */
    List<PublishedTable> recognise(Header header) {
        List<PublishedTable> possible = tables.stream()
                .filter(table -> table.layout().fits(header))
                .filter(table -> table.recognisedBy().stream().allMatch(header::has))
                .toList();
        int most = possible.stream()
                .map(table -> table.recognisedBy().size())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return possible.stream()
                .filter(table -> table.recognisedBy().size() == most)
                .toList();
    }
}
