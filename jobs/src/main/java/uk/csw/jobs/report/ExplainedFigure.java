package uk.csw.jobs.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.csw.pipeline.explain.Explanation;
import uk.csw.pipeline.explain.Explanation.Member;
import uk.csw.pipeline.kpi.KpiWords;

/** Everything behind one figure, in words and as tables, as lines for a terminal. */
public final class ExplainedFigure {
    private static final int FILES_SHOWN = 12;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private ExplainedFigure() {}

    /** The lines, a blank one at the end. */
    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.kpiCode() + ": " + explanation.words().name());
        lines.add(explanation.authorityName() + " (" + explanation.authorityKey() + "), "
                + FigureInWords.span(explanation.basis(), explanation.period()) + " ("
                + explanation.basis().word() + ")");
        title(lines, "In words");
        new FigureInWords(explanation).sentences().forEach(sentence -> lines.add("  " + sentence));
        definition(lines, explanation);
        section(lines, "Set beside", comparisons(explanation));
        Map<String, List<Member>> lists = explanation.members().stream()
                .collect(Collectors.groupingBy(ExplainedFigure::title, LinkedHashMap::new, Collectors.toList()));
        lists.forEach((title, members) -> section(lines, title, members(members, new Amounts(explanation))));
        section(lines, "What was published", history(explanation));
        section(lines, "Files behind it, newest first", files(explanation));
        if (explanation.files().size() > FILES_SHOWN) {
            lines.add("  … and " + (explanation.files().size() - FILES_SHOWN) + " more");
        }
        leftOut(lines, explanation);
        lines.add("");
        return lines;
    }

    private static void definition(List<String> lines, Explanation explanation) {
        KpiWords words = explanation.words();
        title(lines, "Definition " + explanation.definitionVersion());
        lines.add("  " + words.plainEnglish().strip());
        lines.add("  Above the line: " + words.numerator().strip());
        lines.add("  Below the line: " + words.denominator().strip());
        lines.add("  Compared with: " + words.comparator().strip());
        if (!words.acronyms().isBlank()) {
            lines.add("  " + words.acronyms().strip());
        }
    }

    private static TextTable comparisons(Explanation explanation) {
        Amounts amounts = new Amounts(explanation);
        TextTable table = TextTable.of(
                "comparator", "period", "edition", ">value", ">difference", "direction", "method", ">used", ">place");
        explanation
                .comparisons()
                .forEach(beside -> table.row(
                        beside.name(),
                        beside.period().map(Object::toString).orElse(""),
                        beside.vintage(),
                        amounts.cell(beside.value()),
                        amounts.cell(beside.difference()),
                        words(beside.direction()),
                        words(beside.method()),
                        beside.membersTotal() == 0 ? "" : beside.membersUsed() + "/" + beside.membersTotal(),
                        beside.rank()
                                .map(rank -> rank + " of " + beside.rankOf().orElse(0))
                                .orElse("")));
        return table;
    }

    private static String title(Member member) {
        return isNeighbour(member) ? "Statistical neighbours, nearest first" : member.group() + ", " + member.edition();
    }

    private static boolean isNeighbour(Member member) {
        return member.comparator().equals("statistical_neighbours");
    }

    private static TextTable members(List<Member> members, Amounts amounts) {
        boolean areNeighbours = members.stream().allMatch(ExplainedFigure::isNeighbour);
        TextTable table = TextTable.of(
                ">",
                "code",
                areNeighbours ? "neighbour" : "member",
                areNeighbours ? "how like it" : "",
                ">here",
                ">published",
                "average",
                "why");
        members.forEach(member -> table.row(
                member.place(),
                member.code(),
                member.name(),
                member.closeness().strip().toLowerCase(Locale.ROOT),
                amounts.cell(member.value()),
                amounts.cell(member.publishedValue()),
                member.isUsed() ? "used" : "left out",
                member.reason()));
        return table;
    }

    private static TextTable history(Explanation explanation) {
        Amounts amounts = new Amounts(explanation);
        TextTable table = TextTable.of(">release", "published", ">value", ">counted", ">out of", "status", "why");
        explanation
                .history()
                .forEach(shown -> table.row(
                        shown.releaseId(),
                        DAY.format(shown.publishedAt()),
                        amounts.cell(shown.value()),
                        shown.numerator().map(Amounts::plain).orElse("-"),
                        shown.denominator().map(Amounts::plain).orElse("-"),
                        words(shown.status()),
                        shown.reason()));
        return table;
    }

    private static TextTable files(Explanation explanation) {
        TextTable table =
                TextTable.of("period", ">delivery", "file", "layout", "", ">rows read", ">staged", ">quarantined");
        explanation.files().stream()
                .limit(FILES_SHOWN)
                .forEach(file -> table.row(
                        file.period(),
                        file.deliveryId(),
                        file.fileName(),
                        file.layout(),
                        file.isHeld() ? "held back" : "",
                        file.rowsRead(),
                        file.rowsStaged(),
                        file.rowsQuarantined()));
        return table;
    }

    /** What quarantine kept out of all the files behind the figure, and why. */
    private static void leftOut(List<String> lines, Explanation explanation) {
        title(lines, "What quarantine kept out");
        int before = lines.size();
        explanation.quarantined().stream()
                .filter(layout -> layout.rowsQuarantined() > 0)
                .forEach(layout -> {
                    lines.add("  " + layout.layout() + ": " + layout.rowsQuarantined() + " of " + layout.rowsRead()
                            + " rows");
                    explanation.refusals().stream()
                            .filter(refusal -> refusal.layout().equals(layout.layout()))
                            .forEach(refusal -> lines.add("    " + refusal.rows() + " × " + refusal.title() + " ("
                                    + refusal.ruleCode() + ")"));
                });
        if (lines.size() == before) {
            lines.add("  Nothing.");
        }
    }

    private static void section(List<String> lines, String title, TextTable table) {
        if (!table.isEmpty()) {
            title(lines, title);
            table.lines().forEach(line -> lines.add("  " + line));
        }
    }

    private static void title(List<String> lines, String title) {
        lines.add("");
        lines.add(title);
    }

    private static String words(String word) {
        return word.replace('_', ' ');
    }
}
