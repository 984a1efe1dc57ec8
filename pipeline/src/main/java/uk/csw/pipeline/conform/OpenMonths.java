package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import uk.csw.pipeline.postgres.Sql;

/**
 * What is open at the month ends to derive.
 *
 * @param entity as in core.coverage; its fact is named for it
 * @param number tells apart what one child has
 * @param begins when it opens
 * @param ends when it is closed, if it is
 */
record OpenMonths(String entity, String number, String begins, String ends) {
    String table() {
        return entity + "_open";
    }

    void keepAside(Connection connection) throws SQLException {
        Sql.file(OpenMonths.class, "open_month.sql")
                .filled("entity", entity)
                .filled("table", "core.fact_" + entity)
                .filled("number", number)
                .filled("begins", begins)
                .filled("ends", ends)
                .execute(connection);
        Sql.of("analyze " + table()).execute(connection);
    }
}
