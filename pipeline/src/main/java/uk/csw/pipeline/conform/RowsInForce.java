package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import uk.csw.pipeline.postgres.Sql;

/**
 * Keeps {@code staging.in_force_<entity>} a function of the standing deliveries: per natural key the newest mention,
 * unless a newer delivery that covers its event date left it out. Where just the next month arrived, only keys whose
 * content differs from the rows in force are looked at; where history changed, every standing mention is. Both ways
 * give the same rows.
 */
final class RowsInForce {
    private static final List<String> NEXT_MONTH = List.of(
            "next_delivery.sql",
            "touched_key.sql",
            "chosen.sql",
            "leave_out.sql",
            "withdraw.sql",
            "bring_in.sql",
            "touch_keys.sql");
    private static final List<String> WHOLE_HISTORY =
            List.of("touch_all.sql", "forget_rows.sql", "last_cover.sql", "rows_in_force.sql", "touch_all.sql");

    private final Connection connection;
    private final Collection<Integer> authorities;
    private final FilesToRead files;

    RowsInForce(Connection connection, Collection<Integer> authorities, FilesToRead files) {
        this.connection = connection;
        this.authorities = authorities;
        this.files = files;
    }

    /** Brings one layout's rows up to date where its standing deliveries changed, and notes the children touched. */
    void refresh(InForceRule rule) throws SQLException {
        RowStatements statements = new RowStatements(rule, columnsOf(rule.entity()));
        if (anyChange(rule, "not is_next")) {
            run(WHOLE_HISTORY, statements, rule);
            Sql.of("drop table last_cover").execute(connection);
        }
        if (anyChange(rule, "is_next")) {
            run(NEXT_MONTH, statements, rule);
            Sql.of("drop table next_delivery, touched_key, chosen").execute(connection);
        }
    }

    private void run(List<String> steps, RowStatements statements, InForceRule rule) throws SQLException {
        for (String file : steps) {
            statements
                    .statement(file)
                    .with("layout", rule.layout())
                    .with("authorities", authorities)
                    .with("file_ids", files.of(List.of(rule.layout())))
                    .execute(connection);
            switch (file) {
                case "next_delivery.sql" -> Sql.of("analyze next_delivery").execute(connection);
                case "touched_key.sql" -> prepareToJoin("touched_key");
                case "chosen.sql" -> prepareToJoin("chosen");
                case "last_cover.sql" -> prepareToLookUp();
                default -> {}
            }
        }
    }

    /** Parts of a key may be absent, and those cannot be hashed: without an index each would meet each. */
    private void prepareToJoin(String table) throws SQLException {
        Sql.of("create index on " + table + " (authority_key, child_key)").execute(connection);
        Sql.of("analyze " + table + " (authority_key, child_key, key_year)").execute(connection);
    }

    /** The planner expects few rows in force, and would hold each against each month that any authority covers. */
    private void prepareToLookUp() throws SQLException {
        Sql.of("create unique index on last_cover (authority_key, covered_period)")
                .execute(connection);
        Sql.of("analyze last_cover").execute(connection);
    }

    private boolean anyChange(InForceRule rule, String kind) throws SQLException {
        return Sql.of("select 1 from change_of_standing where layout = :layout and " + kind + " limit 1")
                .with("layout", rule.layout())
                .first(connection, row -> true)
                .orElse(false);
    }

    private List<String> columnsOf(String entity) throws SQLException {
        return Sql.of("""
                        select column_name
                        from information_schema.columns
                        where table_schema = 'staging' and table_name = :entity
                        order by ordinal_position
                        """).with("entity", entity).list(connection, row -> row.getString(1));
    }
}
