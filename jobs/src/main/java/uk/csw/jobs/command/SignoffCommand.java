package uk.csw.jobs.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.committee.SignOff;
import uk.csw.pipeline.committee.SignOff.NoFigures;
import uk.csw.pipeline.committee.SignOff.Outcome;
import uk.csw.pipeline.committee.SignOff.Signed;
import uk.csw.pipeline.committee.SignOff.SignedBefore;
import uk.csw.pipeline.committee.SignOff.Unpublished;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/** {@code csw signoff}: from now on the figures of a period stay as they are shown. */
@Command(
        name = "signoff",
        description = {
            "Signs off what is shown of an authority's month, or lists every sign-off.",
            "On every basis: until csw reopen, later deliveries, definitions and populations change none "
                    + "of these figures, nor their parts. What would have changed stands in mart.held_figure and in "
                    + "the night's report. What they are set beside, and so their colours, can still move.",
            "Waits for a night that is measuring. Without an authority it lists every sign-off."
        })
final class SignoffCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(index = "0", arity = "0..1", paramLabel = "AUTHORITY", description = "the code, such as 301")
    private @Nullable String authority;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "the month in which the figures end, such as 2026-09")
    private @Nullable YearMonth period;

    @Option(names = "--by", paramLabel = "NAME", description = "who signs it off; shown beside it for good")
    private @Nullable String by;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what is to be said with it")
    private String note = "";

    SignoffCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws SQLException {
        if (authority == null) {
            return list();
        }
        if (period == null) {
            throw new UsageProblem(
                    "Name the month that is signed off, such as csw signoff " + authority + " 2026-09 --by NAME.");
        }
        if (by == null) {
            throw new UsageProblem("Say who signs it off with --by NAME.");
        }
        return sign(authority, period, by);
    }

    private int sign(String code, YearMonth month, String name) throws SQLException {
        Arguments.checkAuthority(code, csw.configFolder());
        SignOff.objection(name, note).ifPresent(objection -> {
            throw new UsageProblem(objection);
        });
        Outcome outcome;
        try (Warehouse warehouse = Warehouse.open(csw, "signoff")) {
            outcome = InTransaction.run(
                    warehouse.dataSource(),
                    connection -> new SignOff(Integer.parseInt(code), month)
                            .sign(connection, name, note, csw.clock().instant()));
        }
        String what = code + " " + month;
        if (outcome instanceof NoFigures) {
            throw new UsageProblem("The current release has no figures of authority " + code + " for " + month
                    + ". See csw scorecard " + code + ".");
        }
        if (outcome instanceof Unpublished unpublished) {
            throw new UsageProblem("Not signed off: figures that are measured but not shown yet would change "
                    + unpublished.figures() + " of " + what + ". Let the night end, or run csw publish, look at them,"
                    + " then sign off. If the gate refused them, csw runs list says where to read why.");
        }
        if (outcome instanceof SignedBefore before) {
            csw.out()
                    .println("Nothing to do: " + what + " was signed off by " + before.by() + " on "
                            + Arguments.day(before.at()) + ".");
        }
        if (outcome instanceof Signed signed) {
            csw.out()
                    .println("Signed off: " + signed.figures() + " figures of " + what + ", as release "
                            + signed.releaseId() + " shows them. They stay so until csw reopen.");
        }
        return ExitCode.DONE;
    }

    private int list() throws SQLException {
        TextTable table =
                TextTable.of("authority", "period", "signed off", "by", "note", ">held", "reopened", "by", "why");
        try (Warehouse warehouse = Warehouse.forReading(csw, "signoff")) {
            warehouse.read(
                    "who signed what off",
                    Warehouse.FIGURE_READERS,
                    connection -> Sql.file(SignoffCommand.class, "signoff_list.sql")
                            .list(connection, row -> row(table, row)));
        }
        csw.print(table, "Nothing is signed off.");
        return ExitCode.DONE;
    }

    private static TextTable row(TextTable table, ResultSet row) throws SQLException {
        return table.row(
                row.getString("authority_code"),
                Arguments.written(row.getInt("period_key")),
                row.getString("signed_off_on"),
                row.getString("signed_off_by"),
                row.getString("note").replaceAll("\\s+", " "),
                row.getLong("figures_held"),
                row.getString("reopened_on"),
                row.getString("reopened_by"),
                row.getString("reopen_reason").replaceAll("\\s+", " "));
    }
}
