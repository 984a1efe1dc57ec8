package uk.csw.pipeline.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.layout.StagingTables.StagingColumn;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;

/** What a schema cannot check of a layout: that it agrees with the staging tables, the code sets and itself. */
final class LayoutCheck {
    private static final Predicate<String> NOT_A_FLAG =
            constant -> !constant.equals("true") && !constant.equals("false");

    private final StagingTables staging;
    private final Map<String, CodeSet> codeSets;

    LayoutCheck(StagingTables staging, Map<String, CodeSet> codeSets) {
        this.staging = staging;
        this.codeSets = codeSets;
    }

    List<Problem> problems(YamlFile file, Layout layout) {
        List<Problem> problems = new ArrayList<>();
        Map<String, StagingColumn> table = staging.columns(layout.entity());
        JsonNode root = file.root();
        if (!layout.isLoaded()) {
            headers(file, root, layout, problems);
            return problems;
        }
        if (table.isEmpty()) {
            problems.add(file.problem(
                    root.path("entity"),
                    "entity '" + layout.entity() + "'",
                    "one of " + String.join(", ", staging.names()),
                    "a new entity needs a staging table first"));
            return problems;
        }
        for (int i = 0; i < layout.columns().size(); i++) {
            column(file, root.path("columns").path(i), layout, layout.columns().get(i), table, problems);
        }
        Set<String> names = layout.columns().stream().map(Column::name).collect(Collectors.toSet());
        table.forEach((name, column) -> {
            if (column.required() && !names.contains(name)) {
                problems.add(file.problem(
                        root.path("columns"),
                        "no column '" + name + "'",
                        "one, because the table needs it in every row",
                        "add it"));
            }
        });
        names(file, root, layout, names, problems);
        headers(file, root, layout, problems);
        return problems;
    }

    private void column(
            YamlFile file,
            JsonNode node,
            Layout layout,
            Column column,
            Map<String, StagingColumn> table,
            List<Problem> problems) {
        StagingColumn target = table.get(column.name());
        if (target == null) {
            problems.add(file.problem(
                    node.path("name"),
                    "column '" + column.name() + "'",
                    "a column of staging." + layout.entity() + ": " + String.join(", ", table.keySet()),
                    "check the spelling"));
            return;
        }
        if (column.type() == ColumnType.FLAG
                && column.constant().filter(NOT_A_FLAG).isPresent()) {
            problems.add(file.problem(
                    node.path("constant"), "'" + column.constant().orElse("") + "'", "true or false", "correct it"));
        }
        if (!target.type().equals(column.type().storedAs())) {
            problems.add(file.problem(
                    node.path("type"),
                    "type " + node.path("type").asString() + " for '" + column.name() + "'",
                    "a type kept as " + target.type(),
                    "correct the type"));
        }
        if (target.required() && !column.isAlwaysThere()) {
            problems.add(file.problem(
                    node,
                    "column '" + column.name() + "' that may be absent",
                    "required: true, and no optional_header, because the table needs it in every row",
                    "correct it"));
        }
        codes(file, node, column, problems);
        column.validOn()
                .filter(date -> layout.columns().stream()
                        .noneMatch(other -> other.name().equals(date) && other.type() == ColumnType.DATE))
                .ifPresent(date -> problems.add(file.problem(
                        node.path("valid_on"),
                        "valid_on '" + date + "'",
                        "a date column of this layout",
                        "correct it")));
    }

    private void codes(YamlFile file, JsonNode node, Column column, List<Problem> problems) {
        String name = column.codes().orElse("");
        CodeSet set = codeSets.get(name);
        if (set == null) {
            if (!name.isEmpty()) {
                problems.add(file.problem(
                        node.path("codes"),
                        "code set '" + name + "'",
                        "one of " + String.join(", ", codeSets.keySet()),
                        "add codes/" + name + ".csv"));
            }
            return;
        }
        Stream.concat(column.values().values().stream(), column.constant().stream())
                .filter(code -> !set.contains(code))
                .sorted()
                .forEach(code -> problems.add(file.problem(
                        node.path(column.constant().isPresent() ? "constant" : "values"),
                        "'" + code + "' for '" + column.name() + "'",
                        set.examples(),
                        "use a code of config/codes/" + name + ".csv")));
    }

    private static void names(YamlFile file, JsonNode root, Layout layout, Set<String> names, List<Problem> problems) {
        Stream.concat(layout.key().stream(), layout.tieBreak().stream())
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(file.problem(
                        root.path("key"),
                        "key column '" + name + "'",
                        "a column of this layout",
                        "check the spelling")));
        layout.eventDate()
                .filter(date -> layout.columns().stream()
                        .noneMatch(column -> column.name().equals(date)
                                && column.type().storedAs().equals("date")))
                .ifPresent(date -> problems.add(file.problem(
                        root.path("event_date"),
                        "event_date '" + date + "'",
                        "a date column of this layout",
                        "correct it")));
    }

    private static void headers(YamlFile file, JsonNode root, Layout layout, List<Problem> problems) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            Column column = layout.columns().get(i);
            JsonNode node = root.path("columns").path(i);
            if (seen.put("column " + column.name(), column.name()) != null) {
                problems.add(
                        file.problem(node, "column '" + column.name() + "' again", "each column once", "remove one"));
            }
            column.headers().forEach(header -> {
                String other = seen.put("header " + FoldedHeader.fold(header), column.name());
                if (other != null && !other.equals(column.name())) {
                    problems.add(file.problem(
                            node.path("header"),
                            "header '" + header + "' for " + other + " and for " + column.name(),
                            "a header that means one column",
                            "correct one of them"));
                }
            });
        }
    }
}
