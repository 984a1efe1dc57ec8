package uk.csw.pipeline.settings;

import com.networknt.schema.utils.JsonNodes;
import java.util.List;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * One YAML file of the configuration, read and checked against its JSON Schema.
 *
 * @param name path below the configuration folder, with forward slashes
 * @param root the content; a missing node when the file could not be read as YAML
 * @param problems what is wrong with it; when empty, {@code root} has the shape the schema describes
 */
public record YamlFile(String name, JsonNode root, List<Problem> problems) {
    public YamlFile {
        problems = List.copyOf(problems);
    }

    /** The file has the shape its schema describes; only then may {@link #root} be relied upon. */
    public boolean isValid() {
        return problems.isEmpty();
    }

    /** The line where {@code node}, which must come from this file, stands; 0 when it is not known. */
    public int line(JsonNode node) {
        TokenStreamLocation location = node.isMissingNode() ? null : JsonNodes.tokenStreamLocationOf(node);
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }

    /** A problem at {@code node}, for the checks that a schema cannot express. */
    public Problem problem(JsonNode node, String found, String expected, String advice) {
        return new Problem(name, line(node), found, expected, advice);
    }
}
