package uk.csw.pipeline.comparator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.delivery.Sha256;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;

/** Turns one mapping file, already of the right shape, into a {@link PublishedTable}. */
final class TableReader {
    private final YamlFile file;
    private final KpiCatalogue kpis;
    private final List<Problem> problems;

    TableReader(YamlFile file, KpiCatalogue kpis, List<Problem> problems) {
        this.file = file;
        this.kpis = kpis;
        this.problems = problems;
    }

    PublishedTable read() {
        JsonNode root = file.root();
        Map<String, String> areas = new TreeMap<>();
        root.path("areas")
                .properties()
                .forEach(area -> areas.put(area.getKey(), area.getValue().asString()));
        return new PublishedTable(
                root.path("table").asString(),
                PublishedTable.Layout.of(root.path("layout").asString()),
                lists(root.path("recognised_by")),
                areas,
                root.path("figures").valueStream().map(this::figure).toList(),
                Sha256.of(root.toString()));
    }

    private MappedFigure figure(JsonNode node) {
        boolean isComputed = node.has("denominator");
        if (isComputed && node.has("column")) {
            problems.add(file.problem(
                    node,
                    "both a column and a numerator",
                    "the figure as published, or the counts it is made of",
                    "remove one"));
        }
        return new MappedFigure(
                code(node),
                isComputed ? lists(node.path("numerator")) : List.of(texts(node.path("column"))),
                texts(node.path("denominator")),
                node.path("where")
                        .valueStream()
                        .map(filter -> new LabelFilter(texts(filter.path("column")), texts(filter.path("labels"))))
                        .toList(),
                node.path("note").asString(""));
    }

    private String code(JsonNode node) {
        if (node.has("population")) {
            return MappedFigure.POPULATION;
        }
        String code = node.path("kpi").asString();
        if (kpis.find(code).isEmpty()) {
            problems.add(file.problem(
                    node.path("kpi"), "the KPI " + code, "a code of config/kpis", "correct it, or add the definition"));
        }
        return code;
    }

    private static List<List<String>> lists(JsonNode node) {
        List<List<String>> lists = new ArrayList<>();
        node.valueStream().forEach(list -> lists.add(texts(list)));
        return lists;
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }
}
