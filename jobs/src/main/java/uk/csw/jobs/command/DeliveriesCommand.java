package uk.csw.jobs.command;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/** {@code csw deliveries}: what came, and what a person decided about it. */
@Command(name = "deliveries", description = "What the authorities delivered, and files held back.")
final class DeliveriesCommand {
    private final CswCommand csw;

    DeliveriesCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(description = "Lists deliveries and their files, newest first.")
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
            @Option(names = "--most", defaultValue = "200", description = "rows to list; default 200") int most)
            throws SQLException {
        TextTable table = TextTable.of(
                ">id",
                "authority",
                "period",
                "file",
                "layout",
                "state",
                ">read",
                ">staged",
                ">quarantined",
                "received");
        try (Warehouse warehouse = Warehouse.open(csw, "deliveries")) {
            Sql query = Sql.file(DeliveriesCommand.class, "deliveries_list.sql")
                    .with("authority", authority)
                    .with("period", period == null ? null : Arguments.key(period))
                    .with("most", most);
            InTransaction.run(
                    warehouse.dataSource(),
                    connection -> query.list(
                            connection,
                            row -> table.row(
                                    row.getLong("delivery_id"),
                                    row.getString("authority_code"),
                                    Arguments.written(row.getInt("period_key")),
                                    row.getString("file_name"),
                                    row.getString("layout"),
                                    row.getString("state"),
                                    row.getLong("rows_read"),
                                    row.getLong("rows_staged"),
                                    row.getLong("rows_quarantined"),
                                    row.getString("received_at"))));
        }
        csw.print(table, "No deliveries.");
        return ExitCode.DONE;
    }

    @Command(
            description = {
                "Lets a file through that was held back because it looked truncated.",
                "The next night loads it; what it leaves out is then withdrawn."
            })
    int accept(
            @Parameters(paramLabel = "AUTHORITY", description = "the authority's code, such as 301") String authority,
            @Parameters(
                            paramLabel = "PERIOD",
                            converter = Arguments.Period.class,
                            description = "the delivery's month, such as 2026-09")
                    YearMonth period,
            @Parameters(paramLabel = "LAYOUT", description = "the layout of the held file") String layout,
            @Option(names = "--reason", required = true, description = "why the file is right; kept with the decision")
                    String reason)
            throws SQLException {
        if (reason.isBlank()) {
            throw new UsageProblem("--reason is empty; say why the file is right.");
        }
        try (Warehouse warehouse = Warehouse.open(csw, "deliveries")) {
            int accepted = InTransaction.run(warehouse.dataSource(), connection -> {
                List<Long> held = Sql.file(DeliveriesCommand.class, "deliveries_held.sql")
                        .with("authority", authority)
                        .with("period", Arguments.key(period))
                        .with("layout", layout)
                        .list(connection, row -> row.getLong(1));
                Sql.file(DeliveriesCommand.class, "deliveries_accept.sql")
                        .with("deliveries", held)
                        .with("layout", layout)
                        .with("reason", reason)
                        .with("decided_by", System.getProperty("user.name", "unknown"))
                        .with("decided_at", OffsetDateTime.now(csw.clock()))
                        .execute(connection);
                return held.size();
            });
            if (accepted == 0) {
                throw new UsageProblem("No file of layout " + layout + " from authority " + authority + " for " + period
                        + " is held back. See csw deliveries list --authority " + authority + ".");
            }
        }
        csw.out().println("Accepted. The next 'csw nightly' loads it.");
        return ExitCode.DONE;
    }
}
