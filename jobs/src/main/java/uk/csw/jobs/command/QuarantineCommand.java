package uk.csw.jobs.command;

import java.sql.SQLException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/** {@code csw quarantine}: the rows that could not be loaded. */
@Command(name = "quarantine", description = "The rows and files that could not be loaded, and why.")
final class QuarantineCommand {
    private static final int LONGEST_CELL = 60;

    private final CswCommand csw;

    QuarantineCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(description = "Lists what is wrong, with file and line. Shows what stood in the file: mind who reads it.")
    int list(
            @Option(names = "--authority", paramLabel = "CODE", description = "only this authority") @Nullable
                    String authority,
            @Option(
                            names = "--period",
                            paramLabel = "YYYY-MM",
                            converter = Arguments.Period.class,
                            description = "only this period")
                    @Nullable
                    YearMonth period,
            @Option(names = "--rule", paramLabel = "CODE", description = "only findings of this rule") @Nullable
                    String rule,
            @Option(names = "--most", defaultValue = "100", description = "rows to list; default 100") int most)
            throws SQLException {
        TextTable table =
                TextTable.of("authority", "period", "file", ">line", "rule", "what", "column", "found", "expected");
        try (Warehouse warehouse = Warehouse.open(csw, "quarantine")) {
            Sql query = Sql.file(QuarantineCommand.class, "quarantine_list.sql")
                    .with("authority", authority)
                    .with("period", period == null ? null : Arguments.key(period))
                    .with("rule", rule)
                    .with("most", most);
            InTransaction.run(
                    warehouse.dataSource(),
                    connection -> query.list(
                            connection,
                            row -> table.row(
                                    row.getString("authority_code"),
                                    Arguments.written(row.getInt("period_key")),
                                    row.getString("file_name"),
                                    row.getString("line"),
                                    row.getString("rule_code"),
                                    cut(row.getString("title")),
                                    row.getString("column_name"),
                                    cut(row.getString("found")),
                                    cut(row.getString("expected")))));
        }
        csw.print(table, "Nothing is in quarantine.");
        return ExitCode.DONE;
    }

    private static String cut(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL - 1) + "…";
    }
}
