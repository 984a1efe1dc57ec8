package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;

/** Reads the worked examples of a definition. */
final class ExampleReader {
    private static final Set<String> NOT_COLUMNS = Set.of("times", "child");

    private final YamlFile file;
    private final CountedFact fact;
    private final List<Problem> problems;

    /** @param problems where problems are added to */
    ExampleReader(YamlFile file, CountedFact fact, List<Problem> problems) {
        this.file = file;
        this.fact = fact;
        this.problems = problems;
    }

    /**
     * @param timing when the KPI has figures
     * @param coveredBy the entities the KPI rests on
     */
    List<KpiExample> read(Timing timing, List<String> coveredBy) {
        List<KpiExample> examples = new ArrayList<>();
        for (JsonNode node : file.root().path("examples")) {
            examples.add(example(node, timing, coveredBy));
        }
        return examples;
    }

    private KpiExample example(JsonNode node, Timing timing, List<String> coveredBy) {
        Basis basis = Basis.of(node.path("basis").asString());
        YearMonth period = YearMonth.parse(node.path("period").asString());
        if (!timing.bases().contains(basis)) {
            problems.add(file.problem(
                    node.path("basis"), "'" + basis.word() + "'", "one of the KPI's bases", "correct the example"));
        }
        if (!timing.existsAt(basis, period)) {
            problems.add(file.problem(
                    node.path("period"),
                    "'" + period + "'",
                    basis == Basis.QUARTER
                            ? "a month that ends a quarter"
                            : "the month that ends the KPI's year, "
                                    + timing.yearEnds().getValue(),
                    "correct the example"));
        }
        List<KpiExample.Row> rows = new ArrayList<>();
        node.path("given").forEach(row -> rows.add(row(row)));
        JsonNode expect = node.path("expect");
        return new KpiExample(
                node.path("says").asString(),
                file.line(node),
                rows,
                node.has("population") ? Optional.of(node.path("population").asInt()) : Optional.empty(),
                DefinitionReader.month(node.path("covered_from")),
                DefinitionReader.month(node.path("covered_to")).orElse(period),
                covered(node.path("not_covered"), coveredBy),
                period,
                basis,
                new KpiExample.Expected(
                        number(expect.path("numerator")),
                        number(expect.path("denominator")),
                        number(expect.path("value")),
                        number(expect.path("coverage_percent")),
                        expect.path("status").asString()));
    }

    private List<String> covered(JsonNode notCovered, List<String> coveredBy) {
        List<String> covered = new ArrayList<>(coveredBy);
        for (JsonNode entity : notCovered) {
            if (!covered.remove(entity.asString()) || covered.isEmpty()) {
                problems.add(file.problem(
                        entity,
                        "'" + entity.asString() + "'",
                        "one of the entities the KPI rests on, and not all of them",
                        "correct the example"));
            }
        }
        return covered;
    }

    private KpiExample.Row row(JsonNode node) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String column = entry.getKey();
            if (NOT_COLUMNS.contains(column)) {
                continue;
            }
            if (!fact.columns().containsKey(column)) {
                problems.add(file.problem(
                        entry.getValue(), "'" + column + "'", "a column of " + fact.word(), "correct the example"));
            } else if (!entry.getValue().isNull()) {
                columns.put(column, entry.getValue().asString());
            }
        }
        return new KpiExample.Row(
                node.path("times").asInt(1),
                node.has("child") ? Optional.of(node.path("child").asInt()) : Optional.empty(),
                columns);
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(new BigDecimal(node.asString()));
    }
}
