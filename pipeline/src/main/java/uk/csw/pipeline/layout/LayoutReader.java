package uk.csw.pipeline.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.settings.YamlFile;

/** Makes a layout of a YAML file that follows the schema; a property left out has the default the schema names. */
final class LayoutReader {
    private LayoutReader() {}

    static Layout read(YamlFile file) {
        JsonNode root = file.root();
        return new Layout(
                text(root, "layout"),
                text(root, "title"),
                text(root, "source"),
                text(root, "entity"),
                text(root, "plain_english"),
                Coverage.of(root.path("coverage").asString("full")),
                optional(root, "event_date"),
                list(root, "key"),
                list(root, "tie_break"),
                root.path("yearly").asBoolean(false),
                DateStyle.of(root.path("date_style").asString("day-first")),
                StreamSupport.stream(root.path("columns").spliterator(), false)
                        .map(LayoutReader::column)
                        .toList());
    }

    private static Column column(JsonNode node) {
        List<String> straight = headers(node);
        List<String> inverse = node.path("inverse").asBoolean(false) ? straight : list(node, "inverse_aliases");
        return new Column(
                text(node, "name"),
                Stream.concat(straight.stream(), inverse.stream()).distinct().toList(),
                inverse,
                ColumnType.of(text(node, "type")),
                node.path("required").asBoolean(false),
                node.path("optional_header").asBoolean(false),
                node.path("max_length").asInt(0),
                node.path("minimum").asInt(Integer.MIN_VALUE),
                node.path("maximum").asInt(Integer.MAX_VALUE),
                optional(node, "codes"),
                node.path("list").asBoolean(false),
                node.path("values").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, value -> value.getValue().asString())),
                optional(node, "valid_on"),
                optional(node, "constant"));
    }

    private static List<String> headers(JsonNode node) {
        return Stream.concat(optional(node, "header").stream(), list(node, "aliases").stream())
                .toList();
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asString();
    }

    private static Optional<String> optional(JsonNode node, String property) {
        return node.has(property) ? Optional.of(text(node, property)) : Optional.empty();
    }

    private static List<String> list(JsonNode node, String property) {
        return StreamSupport.stream(node.path(property).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
