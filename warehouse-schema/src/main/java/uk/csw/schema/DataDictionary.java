package uk.csw.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The published views and their columns in the words of their own comments, as a Markdown page. */
public final class DataDictionary {
    private static final String COLUMNS = """
            select
                view.relnamespace::regnamespace::text as schema_name,
                view.relname as view_name,
                obj_description(view.oid, 'pg_class') as view_text,
                published.attname as column_name,
                format_type(published.atttypid, published.atttypmod) as column_type,
                col_description(view.oid, published.attnum) as column_text
            from pg_catalog.pg_class as view
            join pg_catalog.pg_attribute as published on view.oid = published.attrelid
            where
                view.relkind = 'v'
                and view.relnamespace::regnamespace::text in ('mart', 'mart_public')
                and published.attnum > 0
            order by
                schema_name,
                view_name,
                published.attnum
            """;

    private static final String TOP = """
            # Data dictionary

            Generated from the comments on the views; a test fails when this page is out of date and says how to write it
            anew. `mart` always shows the current release. Figures that cannot be known have a status in words.
            """;

    /** The page for the database of {@code connection}. */
    public String markdown(Connection connection) throws SQLException {
        StringBuilder page = new StringBuilder(TOP);
        String view = "";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                String next = rows.getString("schema_name") + "." + rows.getString("view_name");
                if (!next.equals(view)) {
                    view = next;
                    page.append("\n## ").append(view).append("\n\n").append(rows.getString("view_text"));
                    page.append("\n\n| column | type | meaning |\n|---|---|---|\n");
                }
                page.append("| `").append(rows.getString("column_name")).append("` | ");
                page.append(rows.getString("column_type")).append(" | ");
                page.append(rows.getString("column_text").replace("|", "\\|")).append(" |\n");
            }
        }
        return page.toString();
    }
}
