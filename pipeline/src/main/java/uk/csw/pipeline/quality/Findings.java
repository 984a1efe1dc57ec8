package uk.csw.pipeline.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import uk.csw.pipeline.delivery.Rule;
import uk.csw.pipeline.postgres.BinaryCopy;

/** Findings on rows, gathered for {@code quarantine.finding}. */
final class Findings {
    private static final int LONGEST_FOUND = 100;

    private final BinaryCopy rows = new BinaryCopy(
            "quarantine.finding",
            List.of("delivery_id", "file_id", "line", "rule_code", "column_name", "found", "expected"));

    /** A finding on a cell, or on a row or file where {@code column} is blank. */
    void add(PartFile file, long line, Rule rule, String column, String found, String expected) {
        rows.begin();
        rows.bigint(file.deliveryId());
        rows.bigint(file.fileId());
        if (line == 0) {
            rows.nothing();
        } else {
            rows.bigint(line);
        }
        rows.text(rule.code());
        if (column.isEmpty()) {
            rows.nothing();
        } else {
            rows.text(column);
        }
        rows.text(found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND - 1) + "…" : found);
        rows.text(expected);
    }

    int size() {
        return rows.size();
    }

    void flush(Connection connection) throws SQLException {
        rows.flush(connection);
    }
}
