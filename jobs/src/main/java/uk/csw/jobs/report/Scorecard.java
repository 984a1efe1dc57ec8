package uk.csw.jobs.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.postgres.Sql;

/** One authority's figures at one period, for a terminal: value, before, last year, neighbours. */
public final class Scorecard {
    private final Connection connection;

    public Scorecard(Connection connection) {
        this.connection = connection;
    }

    /**
     * The lines of the scorecard.
     *
     * @param authority its code; absent for the one with most figures
     * @param period as 202609; absent for the newest
     * @param basis absent for the one that says most, KPI by KPI
     * @return empty when there are no figures
     */
    public List<String> lines(@Nullable String authority, @Nullable Integer period, @Nullable String basis)
            throws SQLException {
        Optional<Subject> subject = Sql.file(Scorecard.class, "scorecard_authority.sql")
                .with("authority", authority)
                .with("period", period)
                .first(connection, row -> new Subject(row.getString(1), row.getString(2), row.getInt(3)));
        if (subject.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(subject.get().title());
        lines.add("");
        TextTable meanings = TextTable.of("KPI", "what it is");
        TextTable groups = TextTable.of("KPI", "beside the authority's own comparison groups");
        List<String> areas = new ArrayList<>();
        List<String> table =
                table(subject.get(), basis, meanings, groups, areas).lines();
        lines.add(table.get(0));
        for (int row = 1; row < table.size(); row++) {
            if (row == 1 || !areas.get(row - 1).equals(areas.get(row - 2))) {
                lines.add("");
                lines.add(areas.get(row - 1));
            }
            lines.add(table.get(row));
        }
        lines.add("");
        lines.addAll(meanings.lines());
        lines.add("");
        if (!groups.isEmpty()) {
            lines.addAll(groups.lines());
            lines.add("");
        }
        lines.add("▲ up, ▼ down, ▶ the same, – not available; better or worse where the KPI has a good direction."
                + " * provisional. n = what it was counted out of.");
        lines.add("Colour: red, amber or green against the target; blue: information only; grey: nothing to judge yet,"
                + " or too few. Why, in words: rag_reason in mart.scorecard.");
        lines.add(
                "Neighbours: average of the statistical neighbours that have a figure here (used/all); place among them,"
                        + " 1 is best.");
        return lines;
    }

    /** The figures, with the area that each row belongs to added to {@code areas}. */
    private TextTable table(
            Subject subject, @Nullable String basis, TextTable meanings, TextTable groups, List<String> areas)
            throws SQLException {
        TextTable table = TextTable.of(
                "KPI",
                "basis",
                ">value",
                ">n",
                ">target",
                "colour",
                ">previous",
                "",
                ">last year",
                "",
                ">neighbours",
                ">used",
                ">place");
        Sql.file(Scorecard.class, "scorecard.sql")
                .with("authority", subject.code())
                .with("period", subject.period())
                .with("basis", basis)
                .list(connection, row -> {
                    meanings.row(row.getString("kpi_code"), row.getString("kpi_name"));
                    if (!row.getString("comparison_groups_text").isEmpty()) {
                        groups.row(row.getString("kpi_code"), row.getString("comparison_groups_text"));
                    }
                    areas.add(row.getString("group_name"));
                    return table.row(
                            row.getString("kpi_code"),
                            row.getString("basis"),
                            value(row),
                            text(row, "n"),
                            text(row, "target"),
                            row.getString("rag").toLowerCase(Locale.ROOT),
                            text(row, "previous_value"),
                            arrow(row, "short"),
                            text(row, "last_year_value"),
                            arrow(row, "long"),
                            text(row, "neighbours_value"),
                            row.getInt("neighbours_used") + "/" + row.getInt("neighbours_total"),
                            place(row));
                });
        return table;
    }

    private static String value(ResultSet row) throws SQLException {
        String unit = switch (row.getString("unit")) {
            case "percent" -> "%";
            case "per_10000" -> " per 10k";
            case "working_days" -> " wd";
            case "days" -> " days";
            default -> "";
        };
        boolean number = row.getString("value_text").matches("-?[0-9.]+");
        return row.getString("value_text")
                + (number ? unit : "")
                + (row.getBoolean("is_provisional") ? "*" : "")
                + (number && row.getString("status").equals("too_few") ? " (few)" : "");
    }

    private static String arrow(ResultSet row, String span) throws SQLException {
        String words = row.getString(span + "_arrow_text");
        int comma = words.indexOf(", ");
        return row.getString(span + "_arrow") + (comma < 0 ? "" : " " + words.substring(comma + 2));
    }

    private static String place(ResultSet row) throws SQLException {
        int rank = row.getInt("neighbours_rank");
        return rank == 0 ? "" : rank + " of " + row.getInt("neighbours_rank_of");
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    private record Subject(String code, String name, int period) {
        String title() {
            return String.format(Locale.ROOT, "%s %s, %d-%02d", code, name, period / 100, period % 100);
        }
    }
}
