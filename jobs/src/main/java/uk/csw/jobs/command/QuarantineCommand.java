package uk.csw.jobs.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.quarantine.RefusedRows;
import uk.csw.jobs.quarantine.Replay;
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

    @Command(
            description = {
                "Writes the refused rows of the newest deliveries to a CSV file, each with what is wrong with it, for",
                "somebody to correct in the column 'row'. The file holds children's rows; only its owner can read it."
            })
    int export(
            @Parameters(paramLabel = "FILE", description = "the file to write") Path file,
            @Option(names = "--authority", paramLabel = "CODE", description = "only this authority") @Nullable
                    String authority,
            @Option(
                            names = "--period",
                            paramLabel = "YYYY-MM",
                            converter = Arguments.Period.class,
                            description = "only this period")
                    @Nullable
                    YearMonth period,
            @Option(names = "--rule", paramLabel = "CODE", description = "only rows that this rule refused") @Nullable
                    String rule)
            throws SQLException {
        try (Warehouse warehouse = Warehouse.open(csw, "quarantine")) {
            int rows = InTransaction.run(
                    warehouse.dataSource(),
                    connection -> RefusedRows.write(
                            connection, file, authority, period == null ? null : Arguments.key(period), rule));
            csw.out()
                    .println(rows + " rows written to " + file.toAbsolutePath().normalize()
                            + ". Correct them there, delete the file when you are done.");
        }
        return ExitCode.DONE;
    }

    @Command(
            description = {
                "Puts corrected rows back in their place in the delivered files of the inbox. The next night takes each",
                "changed file as a new delivery; the file as it was is kept in the home folder."
            })
    int replay(
            @Parameters(paramLabel = "FILE", description = "the file that export wrote, corrected") Path file,
            @Option(
                            names = "--inbox",
                            paramLabel = "DIR",
                            defaultValue = "inbox",
                            description = "the deliveries; default ./inbox")
                    Path inbox)
            throws SQLException {
        try (Warehouse warehouse = Warehouse.open(csw, "quarantine")) {
            Map<String, Integer> corrected = InTransaction.run(
                    warehouse.dataSource(),
                    connection ->
                            new Replay(connection, inbox, csw.home().folder().resolve("replaced")).run(file));
            corrected.forEach((place, rows) -> csw.out().println(place + ": " + rows + " rows corrected"));
            csw.out()
                    .println(
                            corrected.isEmpty()
                                    ? "No row differs from what was refused; nothing is changed."
                                    : "Run 'csw nightly --inbox " + inbox + "' to load them.");
        }
        return ExitCode.DONE;
    }

    private static String cut(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL - 1) + "…";
    }
}
