package uk.csw.pipeline.quality;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.delivery.Severity;
import uk.csw.pipeline.layout.StagingTables;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.sqlcondition.CheckedSql;
import uk.csw.pipeline.sqlcondition.ColumnType;
import uk.csw.pipeline.sqlcondition.ConditionGrammar;
import uk.csw.pipeline.sqlcondition.ConditionMistake;

/** Turns one file that has the schema's shape into a check, and finds what a schema cannot find. */
final class CheckReader {
    private static final String PERIOD = "2026-03";

    private final YamlFile file;
    private final JsonNode root;
    private final Map<String, ColumnType> columns;
    private final StagingTables tables;
    private final List<Problem> problems;

    /** @param problems where problems are added to */
    CheckReader(YamlFile file, StagingTables tables, List<Problem> problems) {
        this.file = file;
        this.root = file.root();
        this.tables = tables;
        this.columns = CheckColumns.of(tables, text("entity"));
        this.problems = problems;
    }

    /** The check; empty when it has problems. */
    Optional<Check> read() {
        int before = problems.size();
        if (columns.isEmpty()) {
            problem("entity", "'" + text("entity") + "'", "one of " + String.join(", ", tables.names()));
            return Optional.empty();
        }
        if (!file.name().equals("checks/" + text("check") + ".yaml")) {
            problem("check", "'" + text("check") + "' in " + file.name(), "the name of the file");
        }
        if (!columns.containsKey(text("column"))) {
            problem("column", "'" + text("column") + "'", "one of " + String.join(", ", columns.keySet()));
        }
        Optional<CheckedSql> condition = condition();
        List<CheckExample> examples = new ArrayList<>();
        root.path("examples").forEach(example -> examples.add(example(example)));
        return problems.size() > before ? Optional.empty() : condition.map(failsWhen -> check(failsWhen, examples));
    }

    private Check check(CheckedSql failsWhen, List<CheckExample> examples) {
        return new Check(
                text("check"),
                Severity.valueOf(text("severity").toUpperCase(Locale.ROOT)),
                text("summary"),
                text("why"),
                text("what_to_do"),
                text("entity"),
                text("column"),
                failsWhen,
                root.path("unreadable").asString("").equals("blank"),
                text("expected"),
                examples);
    }

    private Optional<CheckedSql> condition() {
        try {
            return Optional.of(ConditionGrammar.condition(columns, text("fails_when")));
        } catch (ConditionMistake mistake) {
            problem("fails_when", mistake.found(), mistake.expected());
            return Optional.empty();
        }
    }

    private CheckExample example(JsonNode node) {
        return new CheckExample(
                node.path("says").asString(),
                file.line(node),
                row(text("entity"), node.path("given")),
                rows(node.path("beside")),
                rows(node.path("last_year")),
                YearMonth.parse(node.path("period").asString(PERIOD)),
                node.path(CheckColumns.SOURCE).asString("test"),
                node.path("fails").asBoolean());
    }

    private Map<String, List<Map<String, String>>> rows(JsonNode byTable) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : byTable.properties()) {
            List<Map<String, String>> ofTable = new ArrayList<>();
            table.getValue().forEach(row -> ofTable.add(row(table.getKey(), row)));
            rows.put(table.getKey(), ofTable);
        }
        return rows;
    }

    private Map<String, String> row(String entity, JsonNode node) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!tables.types(entity).containsKey(entry.getKey())) {
                problems.add(file.problem(
                        entry.getValue(),
                        "'" + entry.getKey() + "'",
                        "a column of staging." + entity,
                        "correct the example"));
            } else if (!entry.getValue().isNull()) {
                row.put(entry.getKey(), entry.getValue().asString());
            }
        }
        return row;
    }

    /** Text without the line breaks of the file. */
    private String text(String property) {
        return root.path(property).asString("").strip().replaceAll("\\s+", " ");
    }

    private void problem(String property, String found, String expected) {
        problems.add(file.problem(root.path(property), found, expected, "correct the check"));
    }
}
