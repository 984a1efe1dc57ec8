package uk.csw.jobs.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.postgres.Sql;

/**
 * One authority's period as a paper for a committee, in Markdown: how many figures have which colour, out of how many; the
 * red ones first, with the reason; then every priority area with its counts, what each figure is set beside (below the
 * table: the authority's comparison groups) and what officers wrote about it. What is not known says why.
 */
public final class CommitteePaper {
    private static final List<String> RATED = List.of("GREEN", "AMBER", "RED");

    private final Connection connection;

    public CommitteePaper(Connection connection) {
        this.connection = connection;
    }

    /**
     * The lines of the paper.
     *
     * @param authority its code; absent for the one with most figures
     * @param period as 202609; absent for the newest
     * @param basis absent for the one that says most, KPI by KPI
     * @return empty when there are no figures
     */
    public List<String> lines(@Nullable String authority, @Nullable Integer period, @Nullable String basis)
            throws SQLException {
        List<String> lines = new ArrayList<>();
        List<Subject> subject = Sql.file(CommitteePaper.class, "scorecard_authority.sql")
                .with("authority", authority)
                .with("period", period)
                .list(connection, row -> new Subject(row.getString(1), row.getString(2), row.getInt(3)));
        if (subject.isEmpty()) {
            return lines;
        }
        List<Figure> figures = Sql.file(CommitteePaper.class, "committee_paper.sql")
                .with("authority", subject.get(0).code())
                .with("period", subject.get(0).period())
                .with("basis", basis)
                .list(connection, Figure::of);
        lines.add("# " + subject.get(0).title());
        lines.add("");
        lines.addAll(Sql.file(CommitteePaper.class, "paper_sign_off.sql")
                .with("authority", subject.get(0).code())
                .with("period", subject.get(0).period())
                .list(connection, row -> row.getString(1)));
        lines.addAll(colours(figures));
        lines.addAll(exceptions(figures));
        groups(figures).forEach((group, members) -> lines.addAll(group(group, members)));
        lines.add("");
        lines.add(
                "n is what a figure was counted out of; an interval says how far chance alone may move it. Neighbours are"
                        + " the authority's statistical neighbours. Definitions: mart.glossary and mart.dim_kpi.");
        return lines;
    }

    private static List<String> colours(List<Figure> figures) {
        long rated = figures.stream().filter(Figure::isRated).count();
        List<String> lines = new ArrayList<>();
        lines.add(counts(figures) + (rated == 0 ? "" : " Of the " + rated + " judged:"));
        for (String colour : rated == 0 ? List.<String>of() : RATED) {
            long count = figures.stream()
                    .filter(figure -> figure.rag().equals(colour))
                    .count();
            lines.add("- " + colour.toLowerCase(Locale.ROOT) + ": " + count + " (" + Math.round(100.0 * count / rated)
                    + "%)");
        }
        return lines;
    }

    private static String counts(List<Figure> figures) {
        long reported = figures.stream().filter(Figure::isReported).count();
        long rated = figures.stream().filter(Figure::isRated).count();
        return figures.size() + (figures.size() == 1 ? " KPI, " : " KPIs, ") + reported + " with a figure, " + rated
                + " of these judged against a target.";
    }

    /** The counts of one area, colours only where something is judged. */
    private static String countsOfArea(List<Figure> figures) {
        String colours = RATED.stream()
                .map(colour -> figures.stream()
                                .filter(figure -> figure.rag().equals(colour))
                                .count()
                        + " " + colour.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return counts(figures) + (figures.stream().noneMatch(Figure::isRated) ? "" : " " + colours + ".");
    }

    private static List<String> exceptions(List<Figure> figures) {
        List<String> lines = new ArrayList<>(List.of("", "## Red", ""));
        figures.stream()
                .filter(figure -> figure.rag().equals("RED"))
                .forEach(figure -> lines.add("- **" + figure.name() + "**: " + figure.value() + ". " + figure.reason()
                        + "." + figure.remarks()));
        if (lines.size() == 3) {
            lines.add("None.");
        }
        return lines;
    }

    private static Map<String, List<Figure>> groups(List<Figure> figures) {
        Map<String, List<Figure>> groups = new LinkedHashMap<>();
        figures.forEach(figure -> groups.computeIfAbsent(figure.group(), name -> new ArrayList<>())
                .add(figure));
        return groups;
    }

    private static List<String> group(String group, List<Figure> figures) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## " + group,
                "",
                countsOfArea(figures),
                "",
                "| KPI | figure | target | colour | before | last year | neighbours | region | England |",
                "|---|---|---|---|---|---|---|---|---|"));
        figures.forEach(figure -> lines.add(figure.row()));
        lines.addAll(notes(figures, Figure::groupsText));
        lines.addAll(notes(figures, Figure::commentary));
        return lines;
    }

    private static List<String> notes(List<Figure> figures, Function<Figure, String> words) {
        List<String> notes = figures.stream()
                .filter(figure -> !words.apply(figure).isEmpty())
                .map(figure -> "- " + figure.name() + ": " + words.apply(figure))
                .toList();
        return notes.isEmpty()
                ? notes
                : Stream.concat(Stream.of(""), notes.stream()).toList();
    }

    private record Subject(String code, String name, int period) {
        String title() {
            return String.format(Locale.ROOT, "%s (%s), %d-%02d", name, code, period / 100, period % 100);
        }
    }

    private record Figure(
            String group,
            String name,
            String value,
            boolean isReported,
            String rag,
            String reason,
            String remarks,
            String groupsText,
            String commentary,
            String row) {
        static Figure of(ResultSet found) throws SQLException {
            String name = found.getString("kpi_name") + " (" + found.getString("basis") + ")";
            String rag = found.getString("rag");
            StringBuilder remarks = new StringBuilder();
            remark(remarks, "Beside last year: ", found.getString("long_certainty"), "not known");
            remark(remarks, "Its own process: ", found.getString("signal_text"), "not known");
            remark(remarks, "Year end: ", found.getString("projection_text"), "not available");
            return new Figure(
                    found.getString("group_name"),
                    name,
                    found.getString("value_in_words"),
                    found.getBoolean("is_reported"),
                    rag,
                    found.getString("rag_reason"),
                    remarks.toString(),
                    found.getString("comparison_groups_text"),
                    found.getString("commentary"),
                    "| "
                            + String.join(
                                    " | ",
                                    cell(name),
                                    cell(found.getString("value_in_words")),
                                    cell(found.getString("target_text")),
                                    rag.toLowerCase(Locale.ROOT),
                                    cell(found.getString("previous_text")),
                                    cell(found.getString("last_year_text")),
                                    cell(neighbours(found)),
                                    cell(found.getString("region")),
                                    cell(found.getString("england")))
                            + " |");
        }

        boolean isRated() {
            return RATED.contains(rag);
        }

        private static void remark(StringBuilder remarks, String opening, String text, String unknown) {
            if (!text.startsWith(unknown) && !text.equals("no special cause")) {
                remarks.append(' ').append(opening).append(text).append('.');
            }
        }

        private static String neighbours(ResultSet found) throws SQLException {
            String value = found.getString("neighbours");
            return value.isEmpty() ? "" : value + " (" + found.getString("neighbours_text") + ")";
        }

        private static String cell(String text) {
            return text.replace("|", "/");
        }
    }
}
