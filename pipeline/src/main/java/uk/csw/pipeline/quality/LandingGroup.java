package uk.csw.pipeline.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts that are landed together, in one transaction.
 *
 * @param parts the parts, those of one file together
 * @param bytes their size together
 */
public record LandingGroup(List<FilePart> parts, long bytes) {
    public LandingGroup {
        parts = List.copyOf(parts);
    }

    /** The group as one word, for a place that keeps only text; {@link #parse} reads it. */
    public String asText() {
        return bytes + ":"
                + parts.stream()
                        .map(part -> part.fileId() + "." + part.partNo())
                        .collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #asText} wrote.
     *
     * @throws NumberFormatException when it is something else
     */
    public static LandingGroup parse(String text) {
        int colon = text.indexOf(':');
        List<FilePart> parts = Arrays.stream(text.substring(colon + 1).split(","))
                .map(part -> part.split("\\."))
                .map(part -> new FilePart(Long.parseLong(part[0]), Integer.parseInt(part[1])))
                .toList();
        return new LandingGroup(parts, Long.parseLong(text.substring(0, Math.max(0, colon))));
    }
}
