package uk.csw.jobs.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import uk.csw.jobs.nightly.Runs;
import uk.csw.pipeline.postgres.Sql;

/** What a night published, or why it did not. */
final class ReleaseReport {
    private final Connection connection;
    private final Consumer<String> out;

    ReleaseReport(Connection connection, Consumer<String> out) {
        this.connection = connection;
        this.out = out;
    }

    void print(Runs.Run run) throws SQLException {
        out.accept("");
        Sql.file(ReleaseReport.class, "release_report.sql")
                .with("night", run.night())
                .first(connection, ReleaseReport::lines)
                .orElse("Nothing was published: the night did not get that far. The figures shown are those of before.")
                .lines()
                .forEach(out);
        if (run.isWaiting()) {
            out.accept(Sql.file(ReleaseReport.class, "waiting_changes.sql")
                    .first(
                            connection,
                            row -> String.format(
                                    Locale.UK,
                                    "It would show %,d new figures, change %,d and no longer show %,d.",
                                    row.getLong("added"),
                                    row.getLong("changed"),
                                    row.getLong("gone")))
                    .orElseThrow());
        }
    }

    private static String lines(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "published" -> published(row);
            case "refused" ->
                "The gate refused release " + row.getLong("release_id") + "; the figures shown are those of before.\n"
                        + row.getString("gate_report");
            default ->
                "Release " + row.getLong("release_id")
                        + " is not published yet; the figures shown are those of before.";
        };
    }

    private static String published(ResultSet row) throws SQLException {
        long opened = row.getLong("opened");
        long changed = row.getLong("changed");
        String shown = row.getLong("shown") == 0
                ? "no figures"
                : String.format(
                        Locale.UK,
                        "%,d figures, periods %s to %s",
                        row.getLong("shown"),
                        period(row.getInt("first_period")),
                        period(row.getInt("last_period")));
        return String.format(
                Locale.UK,
                "Published release %d: %s%n%,d figures are new, %,d changed, %,d are no longer shown (%d %s)%s%n"
                        + "%,d comparisons and %,d colours are new or changed",
                row.getLong("release_id"),
                shown,
                opened - changed,
                changed,
                row.getLong("closed") - changed,
                row.getLong("authorities"),
                row.getLong("authorities") == 1 ? "authority" : "authorities",
                changed > 0 ? "; see mart.restatement" : "",
                row.getLong("comparisons"),
                row.getLong("judgements"));
    }

    private static String period(int key) {
        return String.format(Locale.ROOT, "%d-%02d", key / 100, key % 100);
    }
}
