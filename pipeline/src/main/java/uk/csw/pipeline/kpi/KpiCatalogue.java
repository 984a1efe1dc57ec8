package uk.csw.pipeline.kpi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
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
        List<YamlFile> files = YamlReader.of(configDir, "kpi.schema.json").readAll("kpis");
        for (YamlFile file : files) {
            problems.addAll(file.problems());
            if (file.isValid()) {
                DefinitionReader reader = new DefinitionReader(file);
                reader.read().ifPresent(definitions::add);
                problems.addAll(reader.problems());
            }
        }
        KpiCatalogue catalogue = new KpiCatalogue(definitions);
        files.forEach(file -> problems.addAll(catalogue.problemsOfProjection(file)));
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return catalogue;
    }

    /** What another definition has to be for this one to count on it. */
    private List<Problem> problemsOfProjection(YamlFile file) {
        List<Problem> problems = new ArrayList<>();
        JsonNode projection = file.root().path("projection");
        if (projection.isMissingNode()) {
            return problems;
        }
        if (find(file.root().path("code").asString())
                .filter(kpi -> kpi.unit() == Unit.PERCENT)
                .filter(kpi -> kpi.timing().bases().containsAll(Set.of(Basis.YTD, Basis.MONTH)))
                .isEmpty()) {
            problems.add(file.problem(
                    projection, "a projection", "a percentage with the bases month and ytd", "remove the projection"));
        }
        for (String part : List.of("open", "late")) {
            String code = projection.path(part).asString();
            if (find(code)
                    .filter(kpi -> kpi.unit() == Unit.COUNT)
                    .filter(kpi -> kpi.timing().bases().contains(Basis.SNAPSHOT))
                    .isEmpty()) {
                problems.add(file.problem(
                        projection.path(part), code, "the code of a count with the basis snapshot", "correct it"));
            }
        }
        return problems;
    }

    public List<KpiDefinition> definitions() {
        return definitions;
    }

    /** Says of every definition which version it is; the same for the same definitions. */
    public String version() {
        return definitions.stream().map(kpi -> kpi.code() + " " + kpi.version()).collect(Collectors.joining("\n"));
    }

    public Optional<KpiDefinition> find(String code) {
        return definitions.stream().filter(kpi -> kpi.code().equals(code)).findFirst();
    }

    /** The catalogue with this KPI alone, or none when there is no such KPI. */
    public KpiCatalogue only(String code) {
        return new KpiCatalogue(find(code).stream().toList());
    }
}
