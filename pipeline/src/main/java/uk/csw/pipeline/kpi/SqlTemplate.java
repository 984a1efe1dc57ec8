package uk.csw.pipeline.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.sqlcondition.CheckedSql;

/**
 * A statement in a file with places like <code>{where}</code> that only text from the whitelist fills: columns and
 * tables of {@link CountedFact}, {@link CheckedSql}, codes of KPIs.
 */
record SqlTemplate(String text) {
    static SqlTemplate file(String name) {
        try (InputStream in = SqlTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No SQL file " + name);
            }
            return new SqlTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read SQL file " + name, e);
        }
    }

    SqlTemplate fill(String place, String sql) {
        return new SqlTemplate(text.replace("{" + place + "}", sql));
    }

    /** @throws IllegalStateException when a place was left empty */
    Sql sql() {
        if (text.matches("(?s).*\\{[a-z_]+}.*")) {
            throw new IllegalStateException("A place was left empty in: " + text);
        }
        return Sql.of(text);
    }
}
