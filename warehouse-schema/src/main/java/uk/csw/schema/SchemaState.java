package uk.csw.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What ops remembers of the last migration, and the lock that lets one node migrate at a time. */
final class SchemaState {
    private SchemaState() {}

    /** Whether the database was made by the changelog with this hash. */
    static boolean isAt(Connection connection, String hash) throws SQLException {
        return exists(connection, "select to_regclass('ops.schema_state') is not null")
                && exists(connection, "select changelog_hash = '" + hash + "' from ops.schema_state");
    }

    /** Waits until no other node is migrating this database; released when the transaction ends. */
    static void lock(Connection connection, long key) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(" + key + ")");
    }

    /** Liquibase keeps its own tables in ops, so that schema has to be there before Liquibase starts. */
    static void prepare(Connection connection) throws SQLException {
        if (!exists(connection, "select to_regnamespace('ops') is not null")) {
            execute(connection, "create schema ops");
        }
    }

    /** Remembers which changelog made the database, and which views the next migration has to rebuild. */
    static void record(Connection connection, String hash, List<PublishedView> views) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into ops.schema_state (changelog_hash) values (?)
                on conflict (singleton) do update set changelog_hash = excluded.changelog_hash, migrated_at = now()
                """)) {
            upsert.setString(1, hash);
            upsert.executeUpdate();
        }
        execute(connection, "delete from ops.published_view");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ops.published_view values (?, ?, ?)")) {
            for (int position = 0; position < views.size(); position++) {
                insert.setInt(1, position + 1);
                insert.setString(2, views.get(position).schema());
                insert.setString(3, views.get(position).name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Gives the reading and loading roles their rights on what the migration built.
     *
     * @return what could not be done, and what to ask for instead
     */
    static List<String> grantAccess(Connection connection) throws SQLException {
        List<String> warnings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("call ops.grant_access()");
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                warnings.add(warning.getMessage());
            }
        }
        return warnings;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
