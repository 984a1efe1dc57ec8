package uk.csw.pipeline.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import uk.csw.pipeline.postgres.Sql;

/** Keeps {@code ops.rule} equal to the rules of this version of the code. */
public final class RuleBook {
    private RuleBook() {}

    /** Adds rules that are new and rewords those that have changed; touches nothing when all are as they should be. */
    public static void install(Connection connection, Collection<? extends Rule> rules) throws SQLException {
        Sql.file(RuleBook.class, "install-rules.sql")
                .with("codes", rules.stream().map(Rule::code).toList())
                .with(
                        "severities",
                        rules.stream().map(rule -> rule.severity().word()).toList())
                .with("titles", rules.stream().map(Rule::title).toList())
                .with("advice", rules.stream().map(Rule::advice).toList())
                .execute(connection);
    }
}
