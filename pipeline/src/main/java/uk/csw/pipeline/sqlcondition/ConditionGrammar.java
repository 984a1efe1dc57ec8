package uk.csw.pipeline.sqlcondition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a piece of SQL over published columns: and, or, not, comparison, in, between, is null, arithmetic, literals
 * and nothing else, with both sides of every operator of one type. It changes no meaning: what passes is plain SQL.
 */
public final class ConditionGrammar {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");

    private final Map<String, ColumnType> columns;
    private final ConditionTokens tokens;
    private final Set<String> named = new LinkedHashSet<>();

    private ConditionGrammar(Map<String, ColumnType> columns, String text) {
        this.columns = columns;
        this.tokens = new ConditionTokens(text);
    }

    /**
     * A condition.
     *
     * @throws ConditionMistake when {@code text} is not a condition over {@code columns}
     */
    public static CheckedSql condition(Map<String, ColumnType> columns, String text) {
        return new ConditionGrammar(columns, text).whole(ColumnType.FLAG);
    }

    /**
     * A number.
     *
     * @throws ConditionMistake when {@code text} is not a number computed from {@code columns}
     */
    public static CheckedSql amount(Map<String, ColumnType> columns, String text) {
        return new ConditionGrammar(columns, text).whole(ColumnType.NUMBER);
    }

    private CheckedSql whole(ColumnType wanted) {
        same(wanted, either());
        if (!tokens.peek().isEmpty()) {
            throw new ConditionMistake(tokens.found(), "and, or, or the end");
        }
        return new CheckedSql(tokens.normalised(), List.copyOf(named));
    }

    private ColumnType either() {
        ColumnType type = both();
        while (tokens.takeIf("or")) {
            same(ColumnType.FLAG, type);
            same(ColumnType.FLAG, both());
        }
        return type;
    }

    private ColumnType both() {
        ColumnType type = negation();
        while (tokens.takeIf("and")) {
            same(ColumnType.FLAG, type);
            same(ColumnType.FLAG, negation());
        }
        return type;
    }

    private ColumnType negation() {
        if (tokens.takeIf("not")) {
            same(ColumnType.FLAG, negation());
            return ColumnType.FLAG;
        }
        return comparison();
    }

    private ColumnType comparison() {
        ColumnType left = sum();
        if (COMPARISONS.contains(tokens.peek())) {
            tokens.take();
            same(left, sum());
            return ColumnType.FLAG;
        }
        if (tokens.takeIf("is")) {
            tokens.takeIf("not");
            tokens.expect("null");
            return ColumnType.FLAG;
        }
        if (tokens.takeIf("not")) {
            membership(left);
            return ColumnType.FLAG;
        }
        if (tokens.peek().equals("in") || tokens.peek().equals("between")) {
            membership(left);
            return ColumnType.FLAG;
        }
        return left;
    }

    private void membership(ColumnType left) {
        if (tokens.takeIf("between")) {
            same(left, sum());
            tokens.expect("and");
            same(left, sum());
            return;
        }
        tokens.expect("in");
        tokens.expect("(");
        do {
            same(left, sum());
        } while (tokens.takeIf(","));
        tokens.expect(")");
    }

    private ColumnType sum() {
        ColumnType left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            boolean minus = tokens.take().equals("-");
            ColumnType right = product();
            if (left == ColumnType.DATE) {
                left = minus && right == ColumnType.DATE ? ColumnType.NUMBER : ColumnType.DATE;
                if (left == ColumnType.DATE) {
                    same(ColumnType.NUMBER, right);
                }
            } else {
                same(ColumnType.NUMBER, left);
                same(ColumnType.NUMBER, right);
            }
        }
        return left;
    }

    private ColumnType product() {
        ColumnType left = factor();
        while (Set.of("*", "/", "%").contains(tokens.peek())) {
            tokens.take();
            same(ColumnType.NUMBER, left);
            same(ColumnType.NUMBER, factor());
        }
        return left;
    }

    private ColumnType factor() {
        if (tokens.takeIf("-")) {
            same(ColumnType.NUMBER, factor());
            return ColumnType.NUMBER;
        }
        if (tokens.takeIf("(")) {
            ColumnType inner = either();
            tokens.expect(")");
            return inner;
        }
        String found = tokens.found();
        String word = tokens.take();
        if (word.startsWith("'")) {
            return ColumnType.TEXT;
        }
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return ColumnType.NUMBER;
        }
        if (word.equals("true") || word.equals("false")) {
            return ColumnType.FLAG;
        }
        if (word.equals("date") && tokens.peek().startsWith("'")) {
            return date(tokens.take());
        }
        ColumnType column = columns.get(word);
        if (column == null) {
            throw new ConditionMistake(
                    found,
                    "a literal or one of the columns "
                            + String.join(
                                    ", ", columns.keySet().stream().sorted().toList()));
        }
        named.add(word);
        return column;
    }

    private static ColumnType date(String quoted) {
        try {
            LocalDate.parse(quoted.substring(1, quoted.length() - 1));
            return ColumnType.DATE;
        } catch (DateTimeParseException e) {
            throw new ConditionMistake("date " + quoted, "a date like date '2026-09-30'");
        }
    }

    private static void same(ColumnType expected, ColumnType found) {
        if (expected != found) {
            throw new ConditionMistake("a " + word(found), "a " + word(expected));
        }
    }

    private static String word(ColumnType type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
            case FLAG -> "condition (true or false)";
        };
    }
}
