package uk.csw.pipeline.kpi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Hash of what a definition says: the order of its properties, its layout, comments and examples do not matter. */
final class DefinitionHash {
    private static final int LENGTH = 16;

    String of(JsonNode root) {
        Map<String, String> said = new TreeMap<>();
        root.properties().stream()
                .filter(entry -> !entry.getKey().equals("examples"))
                .forEach(entry -> said.put(entry.getKey(), entry.getValue().toString()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
