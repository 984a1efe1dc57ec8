package uk.csw.pipeline.kpi;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.delivery.Sha256;

/** Hash of what a definition says: the order of its properties, its layout, comments and examples do not matter. */
final class DefinitionHash {
    private static final int LENGTH = 16;

    String of(JsonNode root) {
        Map<String, String> said = new TreeMap<>();
        root.properties().stream()
                .filter(entry -> !entry.getKey().equals("examples"))
                .forEach(entry -> said.put(entry.getKey(), entry.getValue().toString()));
        return Sha256.of(said.toString()).substring(0, LENGTH);
    }
}
