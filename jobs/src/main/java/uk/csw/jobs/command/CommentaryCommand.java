package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.committee.Commentary;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/** {@code csw commentary}: what officers write beside figures. */
@Command(name = "commentary", description = "What officers write beside figures, with author and date.")
final class CommentaryCommand {
    private final CswCommand csw;

    CommentaryCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(
            description = {
                "Writes beside a figure. A later text supersedes an earlier one, which is kept. It is printed in the",
                "committee's paper, and shown to the public wherever the figure is: name no child."
            })
    int add(
            @Parameters(paramLabel = "KPI", description = "the KPI's code, such as CLA_RATE") String kpi,
            @Parameters(paramLabel = "AUTHORITY", description = "the authority's code, such as 301") int authority,
            @Parameters(
                            paramLabel = "PERIOD",
                            converter = Arguments.Period.class,
                            description = "the month, such as 2026-09")
                    YearMonth period,
            @Option(names = "--by", paramLabel = "NAME", required = true, description = "who writes it") String by,
            @Option(names = "--text", paramLabel = "TEXT", description = "what to write") @Nullable String text,
            @Option(names = "--file", paramLabel = "FILE", description = "or the file that it stands in") @Nullable
                    Path file,
            @Option(names = "--basis", description = "only for this basis; default all that the KPI has") @Nullable
                    String basis)
            throws SQLException {
        Commentary commentary = new Commentary(
                kpi.toUpperCase(Locale.ROOT),
                authority,
                period,
                Optional.ofNullable(basis).map(Arguments::basis),
                written(text, file),
                by);
        commentary.objection().ifPresent(objection -> {
            throw new UsageProblem(objection);
        });
        try (Warehouse warehouse = Warehouse.open(csw, "commentary")) {
            InTransaction.run(warehouse.dataSource(), connection -> {
                if (!commentary.add(connection, csw.clock().instant())) {
                    throw new UsageProblem("The current release has no figure " + commentary.kpiCode()
                            + " of authority " + authority + " for " + period
                            + (basis == null ? "" : " on basis " + basis) + ". See csw scorecard " + authority + ".");
                }
                return commentary;
            });
        }
        csw.out().println("Kept. It stands beside the figure from now on.");
        return ExitCode.DONE;
    }

    @Command(description = "Lists what is written beside figures, newest first.")
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
            @Option(names = "--kpi", paramLabel = "CODE", description = "only this KPI") @Nullable String kpi,
            @Option(names = "--history", description = "also what was superseded") boolean history)
            throws SQLException {
        TextTable table = TextTable.of("KPI", "authority", "period", "basis", "written", "by", "", "text");
        try (Warehouse warehouse = Warehouse.forReading(csw, "commentary")) {
            Sql query = Sql.file(CommentaryCommand.class, "commentary_list.sql")
                    .with("authority", authority)
                    .with("period", period == null ? null : Arguments.key(period))
                    .with("kpi", kpi == null ? null : kpi.toUpperCase(Locale.ROOT))
                    .with("history", history);
            warehouse.read(
                    "what officers write",
                    Warehouse.FIGURE_READERS,
                    connection -> query.list(
                            connection,
                            row -> table.row(
                                    row.getString("kpi_code"),
                                    row.getString("authority_code"),
                                    Arguments.written(row.getInt("period_key")),
                                    row.getString("basis"),
                                    row.getString("written_on"),
                                    row.getString("written_by"),
                                    row.getBoolean("is_current") ? "" : "superseded",
                                    row.getString("commentary").replaceAll("\\s+", " "))));
        }
        csw.print(table, "Nobody has written anything.");
        return ExitCode.DONE;
    }

    private static String written(@Nullable String text, @Nullable Path file) {
        if ((text == null) == (file == null)) {
            throw new UsageProblem("Give the text with --text, or the file it stands in with --file.");
        }
        try {
            return text != null ? text : Files.readString(file);
        } catch (IOException e) {
            throw new UsageProblem("Cannot read " + file + " as UTF-8 text: " + e.getMessage());
        }
    }
}
