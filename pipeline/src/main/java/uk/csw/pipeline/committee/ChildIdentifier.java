package uk.csw.pipeline.committee;

import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps children's identifiers out of what people write for others to read. */
final class ChildIdentifier {
    /** A unique pupil number, or so many digits together as only identifiers have. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\b[A-Za-z]\\d{11}[0-9A-Za-z]\\b|\\d{7,}|\\d{3} \\d{3} \\d{4}");

    private ChildIdentifier() {}

    /** What is to be said to who wrote a text that holds one. */
    static Optional<String> objection(String text) {
        return IDENTIFIER.matcher(text).find()
                ? Optional.of(
                        "The text holds what looks like a child's identifier (a unique pupil number, an NHS number,"
                                + " or seven digits together). Leave it out; write large amounts with commas.")
                : Optional.empty();
    }
}
