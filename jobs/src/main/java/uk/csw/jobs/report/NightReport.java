package uk.csw.jobs.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Runs;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.postgres.Sql;

/** What a person wants to know after a night, in plain words. Names no child and quotes no row. */
public final class NightReport {
    private static final int ROWS_ON_A_PAGE = 40;
    private static final int FINDINGS_SHOWN = 8;

    private final Connection connection;
    private final Consumer<String> out;

    public NightReport(Connection connection, Consumer<String> out) {
        this.connection = connection;
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @return whether every delivery was taken whole: none refused, no file held back
     */
    public boolean print(NightOutcome outcome) throws SQLException {
        boolean tookAll = outcome.newErrors().isEmpty();
        outcome.registration().ifPresent(registration -> inbox(registration, outcome.newErrors()));
        List<String> nights = outcome.nights();
        if (isAnyDelivery(nights)) {
            tookAll &= deliveries(nights);
            files(nights);
            findings(nights);
        }
        lateOrMissing(nights);
        held(nights);
        for (Runs.Run run : outcome.runs()) {
            new ReleaseReport(connection, out).print(run);
            times(run);
        }
        return tookAll;
    }

    private void inbox(Registration registration, List<String> errors) {
        out.accept("Inbox: " + registration.registered().size() + " new, "
                + registration.refused().size() + " refused, "
                + registration.unchanged().size() + " unchanged, "
                + registration.waiting().size() + " still being written");
        registration.waiting().forEach(folder -> out.accept("  " + folder + " waits for the next run"));
        errors.stream().limit(ROWS_ON_A_PAGE).forEach(error -> out.accept("  " + error));
    }

    private boolean isAnyDelivery(List<String> nights) throws SQLException {
        return Sql.of("select delivery_id from ops.delivery where night_id = any (:nights::text[]) limit 1")
                .with("nights", nights)
                .first(connection, row -> row.getLong(1))
                .isPresent();
    }

    private boolean deliveries(List<String> nights) throws SQLException {
        TextTable table = TextTable.of(
                "authority", "", "period", "state", ">files", ">held", ">rows read", ">staged", ">quarantined");
        long[] total = new long[3];
        int[] count = new int[1];
        long[] notTaken = new long[1];
        file("delivery_counts.sql").with("nights", nights).list(connection, row -> {
            total[0] += row.getLong("rows_read");
            total[1] += row.getLong("rows_staged");
            total[2] += row.getLong("rows_quarantined");
            count[0]++;
            notTaken[0] += row.getLong("files_held") + (row.getString("state").equals("refused") ? 1 : 0);
            return count[0] > ROWS_ON_A_PAGE
                    ? table
                    : table.row(
                            row.getString("authority_code"),
                            row.getString("authority_name"),
                            period(row),
                            row.getString("state"),
                            row.getLong("file_count"),
                            row.getLong("files_held"),
                            number(row.getLong("rows_read")),
                            number(row.getLong("rows_staged")),
                            number(row.getLong("rows_quarantined")));
        });
        title("Deliveries taken");
        print(table);
        if (count[0] > ROWS_ON_A_PAGE) {
            out.accept("… and " + (count[0] - ROWS_ON_A_PAGE) + " more; see csw deliveries list");
        }
        out.accept(count[0] + (count[0] == 1 ? " delivery: " : " deliveries: ") + number(total[0]) + " rows read = "
                + number(total[1]) + " staged + " + number(total[2]) + " quarantined");
        return notTaken[0] == 0;
    }

    private void files(List<String> nights) throws SQLException {
        Sql query = file("file_counts.sql").with("nights", nights).with("most", ROWS_ON_A_PAGE + 1);
        List<String[]> every = query.with("every", true).list(connection, NightReport::fileRow);
        boolean fits = every.size() <= ROWS_ON_A_PAGE;
        List<String[]> shown = fits ? every : query.with("every", false).list(connection, NightReport::fileRow);
        if (shown.isEmpty()) {
            return;
        }
        TextTable table =
                TextTable.of("authority", "period", "file", "layout", "state", ">rows read", ">staged", ">quarantined");
        shown.stream().limit(ROWS_ON_A_PAGE).forEach(row -> table.row((Object[]) row));
        title(fits ? "Files" : "Files to look at");
        print(table);
        if (shown.size() > ROWS_ON_A_PAGE) {
            out.accept("… and more; see csw deliveries list");
        }
    }

    private void findings(List<String> nights) throws SQLException {
        title("What was found");
        List<String> lines = file("frequent_findings.sql")
                .with("nights", nights)
                .with("most", Integer.MAX_VALUE)
                .list(connection, NightReport::finding);
        if (lines.isEmpty()) {
            out.accept("Nothing wrong.");
        }
        lines.stream().limit(FINDINGS_SHOWN).forEach(out);
        if (lines.size() > FINDINGS_SHOWN) {
            out.accept("… and " + (lines.size() - FINDINGS_SHOWN)
                    + " more kinds of finding; see mart.data_quality, and csw quarantine list for refused rows");
        }
    }

    private void lateOrMissing(List<String> nights) throws SQLException {
        List<String> lines = new ArrayList<>(file("late_authorities.sql")
                .list(
                        connection,
                        row -> row.getString("authority_code") + " " + row.getString("authority_name")
                                + ": nothing for "
                                + written(row.getInt("expected_period")) + " yet, newest is "
                                + written(row.getInt("newest_period"))));
        lines.addAll(file("missing_tables.sql")
                .with("nights", nights)
                .with("most", ROWS_ON_A_PAGE)
                .list(
                        connection,
                        row -> row.getString("authority_code") + " " + period(row) + ": no " + row.getString("layout")
                                + ", which the delivery before had"));
        if (!lines.isEmpty()) {
            title("Late or missing");
            lines.stream().limit(ROWS_ON_A_PAGE).forEach(out);
            if (lines.size() > ROWS_ON_A_PAGE) {
                out.accept("… and " + (lines.size() - ROWS_ON_A_PAGE) + " more");
            }
        }
    }

    /** What would have changed in signed-off periods, and what to do about it. */
    private void held(List<String> nights) throws SQLException {
        List<String> lines = file("held_figures.sql")
                .with("nights", nights)
                .list(
                        connection,
                        row -> row.getString("authority_code") + " " + period(row) + ": "
                                + number(row.getLong("figures_held"))
                                + (row.getLong("figures_held") == 1
                                        ? " figure would change, and stays as "
                                        : " figures would change, and stay as ")
                                + row.getString("signed_off_by") + " signed off on " + row.getString("signed_off_on")
                                + "; mart.held_figure has both. To show the new ones: csw reopen "
                                + row.getString("authority_code") + " " + period(row)
                                + " --by NAME --reason TEXT, then csw nightly");
        if (!lines.isEmpty()) {
            title("Signed off, so not changed");
            lines.stream().limit(ROWS_ON_A_PAGE).forEach(out);
            if (lines.size() > ROWS_ON_A_PAGE) {
                out.accept("… and " + (lines.size() - ROWS_ON_A_PAGE) + " more; see csw signoff");
            }
        }
    }

    private void times(Runs.Run run) {
        title("Run " + run.id() + ": " + run.state());
        TextTable table = TextTable.of("step", "state", ">seconds", ">rows", ">rows/s");
        run.steps().stream().filter(step -> !step.isPartition()).forEach(step -> {
            double seconds = step.took().map(took -> took.toMillis() / 1000.0).orElse(0.0);
            boolean rate = step.read() > 0 && seconds > 0;
            table.row(
                    step.name(),
                    step.state(),
                    String.format(Locale.ROOT, "%.1f", seconds),
                    step.read() == 0 ? "" : number(step.read()),
                    rate ? number(Math.round(step.read() / seconds)) : "");
        });
        print(table);
        run.steps().stream()
                .filter(step -> !step.failure().isEmpty())
                .forEach(step -> out.accept(step.name() + ": " + step.failure()));
    }

    private static String[] fileRow(ResultSet row) throws SQLException {
        return new String[] {
            row.getString("authority_code"),
            period(row),
            row.getString("file_name"),
            row.getString("layout"),
            row.getString("state"),
            number(row.getLong("rows_read")),
            number(row.getLong("rows_staged")),
            number(row.getLong("rows_quarantined"))
        };
    }

    private static String finding(ResultSet row) throws SQLException {
        String line = row.getString("line");
        String column = row.getString("column_name");
        String expected = row.getString("expected");
        return row.getString("severity") + " " + row.getString("rule_code") + ": " + row.getString("title") + ", "
                + (row.getLong("times") == 1 ? "once, in " : number(row.getLong("times")) + " times; first in ")
                + row.getString("place")
                + (line == null ? "" : " line " + line)
                + (column == null ? "" : " column " + column)
                + (expected == null || expected.isEmpty() ? "" : "; expected " + expected)
                + (row.getString("advice").isEmpty() ? "" : "; " + row.getString("advice"));
    }

    private void title(String text) {
        out.accept("");
        out.accept(text);
    }

    private void print(TextTable table) {
        table.lines().forEach(line -> out.accept("  " + line));
    }

    private static String period(ResultSet row) throws SQLException {
        return written(row.getInt("period_key"));
    }

    private static String written(int periodKey) {
        return String.format(Locale.ROOT, "%d-%02d", periodKey / 100, periodKey % 100);
    }

    private static String number(long value) {
        return String.format(Locale.UK, "%,d", value);
    }

    private static Sql file(String name) {
        return Sql.file(NightReport.class, name);
    }
}
