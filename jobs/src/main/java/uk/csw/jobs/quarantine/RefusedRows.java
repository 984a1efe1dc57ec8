package uk.csw.jobs.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import uk.csw.jobs.report.OwnersFile;
import uk.csw.pipeline.postgres.Sql;

/** Writes the refused rows of the newest deliveries to a file. They are children's rows: only its owner can read it. */
public final class RefusedRows {
    private RefusedRows() {}

    /**
     * Writes them.
     *
     * @param authority only this one's; absent for all
     * @param periodKey only of this month, as 202609; absent for all
     * @param rule only those that this rule refused; absent for all
     * @return how many
     */
    public static int write(
            Connection connection,
            Path file,
            @Nullable String authority,
            @Nullable Integer periodKey,
            @Nullable String rule)
            throws SQLException {
        List<RefusedRow> rows = Sql.file(RefusedRows.class, "refused_rows.sql")
                .with("authority", authority)
                .with("period", periodKey)
                .with("rule", rule)
                .list(connection, RefusedRows::row);
        try (Writer writer = OwnersFile.writer(file);
                CSVPrinter printer = new CSVPrinter(writer, RefusedRow.FORMAT)) {
            for (RefusedRow row : rows) {
                printer.printRecord(row.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + file, e);
        }
        return rows.size();
    }

    private static RefusedRow row(ResultSet row) throws SQLException {
        int period = row.getInt("period_key");
        return new RefusedRow(
                row.getString("authority_code"),
                YearMonth.of(period / 100, period % 100),
                row.getString("file_name"),
                row.getLong("line"),
                row.getString("problems"),
                row.getString("raw_text"));
    }
}
