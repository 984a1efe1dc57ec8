package uk.csw.pipeline.sqlcondition;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition or amount over published columns that passed {@link ConditionGrammar}: nothing but columns, literals and
 * operators of the whitelist, with single blanks between them.
 *
 * @param text the SQL
 * @param columns the columns it names, each once, in the order in which it does
 */
public record CheckedSql(String text, List<String> columns) {
    public CheckedSql {
        columns = List.copyOf(columns);
    }

    /** The condition that this amount is known. */
    public CheckedSql isKnown() {
        return new CheckedSql("(" + text + ") is not null", columns);
    }

    /** This and {@code other}, both. */
    public CheckedSql and(CheckedSql other) {
        return new CheckedSql(
                "(" + text + ") and (" + other.text + ")",
                Stream.concat(columns.stream(), other.columns.stream())
                        .distinct()
                        .toList());
    }
}
