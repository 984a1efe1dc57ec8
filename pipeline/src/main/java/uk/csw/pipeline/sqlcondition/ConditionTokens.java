package uk.csw.pipeline.sqlcondition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition, one after another. What is not on the whitelist is no word, so it stops here. */
final class ConditionTokens {
    private static final Pattern WORD =
            Pattern.compile("\\s*(?:([a-z_][a-z0-9_]*)|([0-9]+(?:\\.[0-9]+)?)|('[^'\\\\]*')|(<>|<=|>=|[<>=(),+*/%-]))");

    private final List<String> words = new ArrayList<>();
    private int next;

    /** @throws ConditionMistake when the text holds anything but names, numbers, quoted text and allowed operators */
    ConditionTokens(String text) {
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(matcher.group().trim());
            end = matcher.end();
        }
        String rest = text.substring(end).trim();
        if (!rest.isEmpty()) {
            throw new ConditionMistake(
                    "'" + (rest.length() > 20 ? rest.substring(0, 20) + "..." : rest) + "'",
                    "lower-case column names, numbers, 'text', and, or, not, in, between, is null, comparison and"
                            + " arithmetic");
        }
    }

    /** The word that comes next; empty at the end. */
    String peek() {
        return next < words.size() ? words.get(next) : "";
    }

    String take() {
        String word = peek();
        next++;
        return word;
    }

    boolean takeIf(String word) {
        if (peek().equals(word)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!takeIf(word)) {
            throw new ConditionMistake(found(), "'" + word + "'");
        }
    }

    String found() {
        return peek().isEmpty() ? "the end" : "'" + peek() + "'";
    }

    /** The words with one blank between them. */
    String normalised() {
        return String.join(" ", words);
    }
}
