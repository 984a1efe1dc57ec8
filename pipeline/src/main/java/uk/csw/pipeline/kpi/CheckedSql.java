package uk.csw.pipeline.kpi;

/**
 * A condition or amount over the published columns of one fact that passed {@link ConditionGrammar}: nothing but
 * columns, literals and operators of the whitelist, with single blanks between them.
 */
record CheckedSql(String text) {
    /** This and {@code other}, both. */
    CheckedSql and(CheckedSql other) {
        return new CheckedSql("(" + text + ") and (" + other.text + ")");
    }
}
