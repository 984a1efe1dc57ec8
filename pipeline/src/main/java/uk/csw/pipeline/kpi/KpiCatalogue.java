package uk.csw.pipeline.kpi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.settings.YamlReader;

/** The KPI definitions in force, in order of code. Immutable. */
public final class KpiCatalogue {
    private final List<KpiDefinition> definitions;

    private KpiCatalogue(List<KpiDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /**
     * Reads and checks every file in {@code config/kpis/}.
     *
     * @throws ConfigurationProblems every problem of every file, when there is any
     */
    public static KpiCatalogue load(Path configDir) {
        List<Problem> problems = new ArrayList<>();
        List<KpiDefinition> definitions = new ArrayList<>();
        for (YamlFile file : YamlReader.of(configDir, "kpi.schema.json").readAll("kpis")) {
            problems.addAll(file.problems());
            if (file.isValid()) {
                DefinitionReader reader = new DefinitionReader(file);
                reader.read().ifPresent(definitions::add);
                problems.addAll(reader.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return new KpiCatalogue(definitions);
    }

    public List<KpiDefinition> definitions() {
        return definitions;
    }

    public Optional<KpiDefinition> find(String code) {
        return definitions.stream().filter(kpi -> kpi.code().equals(code)).findFirst();
    }

    /** The catalogue with this KPI alone, or none when there is no such KPI. */
    public KpiCatalogue only(String code) {
        return new KpiCatalogue(find(code).stream().toList());
    }
}
