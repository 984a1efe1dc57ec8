package uk.csw.pipeline.settings;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.utils.JsonNodes;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Says in our words, with the line, what a schema validator found. */
final class SchemaErrors {
    private static final Map<String, String> KINDS = Map.of(
            "string", "a text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "true or false",
            "array", "a list",
            "object", "keys with values",
            "null", "nothing");

    private final JsonNode schema;

    SchemaErrors(JsonNode schema) {
        this.schema = schema;
    }

    Problem problem(String file, JsonNode root, Error error) {
        NodePath path = error.getInstanceLocation();
        JsonNode node = path.getNameCount() == 0 ? root : JsonNodes.get(root, path);
        String place = path.getNameCount() == 0 ? "" : " at " + path;
        String property = error.getProperty();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                at(
                        file,
                        node.path(property),
                        "unknown property '" + property + "'" + place,
                        "one of " + known(error),
                        "check the spelling, or remove it");
            case "required", "dependentRequired" ->
                at(file, node, "no property '" + property + "'" + place, "a value for it", "add it");
            case "enum" ->
                at(file, node, text(node) + place, "one of " + list(error.getSchemaNode()), "check the spelling");
            case "type" -> at(file, node, kind(node) + place, kinds(error.getSchemaNode()), "correct the value");
            case "pattern" ->
                at(file, node, text(node) + place, "a text that matches " + list(error.getSchemaNode()), "correct it");
            default -> at(file, node, text(node) + place, "a value that " + error.getMessage(), "correct the value");
        };
    }

    private static Problem at(String file, JsonNode node, String found, String expected, String advice) {
        int line = node.isMissingNode()
                ? 0
                : Math.max(0, JsonNodes.tokenStreamLocationOf(node).getLineNr());
        return new Problem(file, line, found, expected, advice);
    }

    /** The properties allowed where an unknown one was found. */
    private String known(Error error) {
        JsonNode siblings = JsonNodes.get(
                schema, error.getSchemaLocation().getFragment().getParent().append("properties"));
        return siblings == null ? "the properties the schema names" : String.join(", ", siblings.propertyNames());
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> "nothing";
            case OBJECT -> "keys with values";
            case ARRAY -> "the list " + text(node);
            case NUMBER -> "the number " + text(node);
            case STRING -> "the text " + text(node);
            default -> text(node);
        };
    }

    private static String kinds(JsonNode types) {
        Stream<JsonNode> each = types.isArray() ? StreamSupport.stream(types.spliterator(), false) : Stream.of(types);
        return each.map(JsonNode::asString)
                .map(type -> KINDS.getOrDefault(type, type))
                .collect(Collectors.joining(" or "));
    }

    private static String list(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(", "))
                : values.asString();
    }

    private static String text(JsonNode node) {
        String text = node.isContainer() ? node.toString() : node.asString();
        return "'" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "'";
    }
}
