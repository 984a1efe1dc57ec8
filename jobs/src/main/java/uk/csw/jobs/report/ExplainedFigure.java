package uk.csw.jobs.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.csw.pipeline.kpi.Explanation;
import uk.csw.pipeline.kpi.KpiWords;

/** Everything behind one figure, as lines for a terminal. */
public final class ExplainedFigure {
    private static final int FILES_SHOWN = 12;

    private ExplainedFigure() {}

    /** The lines, a blank one at the end. */
    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.kpiCode() + ": " + explanation.words().name());
        lines.add(String.format(
                Locale.ROOT,
                "authority %d, %s, %s: %s %s",
                explanation.authorityKey(),
                explanation.period(),
                explanation.basis().word(),
                rounded(explanation.figure().value(), explanation.decimals()),
                explanation.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        figure(lines, explanation);
        definition(lines, explanation);
        title(lines, "Set beside");
        indent(lines, comparisons(explanation));
        title(lines, "Files behind it, newest first");
        indent(lines, files(explanation));
        if (explanation.files().size() > FILES_SHOWN) {
            lines.add("  … and " + (explanation.files().size() - FILES_SHOWN) + " more");
        }
        explanation.quarantined().stream()
                .filter(layout -> layout.rowsQuarantined() > 0)
                .forEach(layout -> lines.add("  left out of " + layout.layout() + ": " + layout.rowsQuarantined()
                        + " of " + layout.rowsRead() + " rows, in quarantine"));
        lines.add("");
        return lines;
    }

    private static void figure(List<String> lines, Explanation explanation) {
        Explanation.Figure figure = explanation.figure();
        lines.add("  counted " + plain(figure.numerator()) + " out of " + plain(figure.denominator()) + "; exactly "
                + plain(figure.value()));
        figure.intervalLow()
                .ifPresent(low -> lines.add("  95% interval " + rounded(Optional.of(low), explanation.decimals())
                        + " to " + rounded(figure.intervalHigh(), explanation.decimals())));
        lines.add("  " + figure.status().replace('_', ' ') + ": " + figure.reason()
                + (figure.isProvisional() ? " Provisional: the population estimate may be replaced." : ""));
        lines.add("  shown since release " + explanation.releaseId());
    }

    private static void definition(List<String> lines, Explanation explanation) {
        KpiWords words = explanation.words();
        title(lines, "Definition " + explanation.definitionVersion());
        lines.add("  " + words.plainEnglish().strip());
        lines.add("  Above the line: " + words.numerator().strip());
        lines.add("  Below the line: " + words.denominator().strip());
        lines.add("  Compared with: " + words.comparator().strip());
    }

    private static TextTable comparisons(Explanation explanation) {
        TextTable table = TextTable.of(
                "comparator", "period", "edition", ">value", ">difference", "direction", "method", ">used", ">place");
        explanation
                .comparisons()
                .forEach(beside -> table.row(
                        words(beside.comparator()),
                        beside.period().map(Object::toString).orElse(""),
                        beside.vintage(),
                        rounded(beside.value(), explanation.decimals()),
                        rounded(beside.difference(), explanation.decimals()),
                        words(beside.direction()),
                        words(beside.method()),
                        beside.membersTotal() == 0 ? "" : beside.membersUsed() + "/" + beside.membersTotal(),
                        beside.rank()
                                .map(rank -> rank + " of " + beside.rankOf().orElse(0))
                                .orElse("")));
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

    private static void title(List<String> lines, String title) {
        lines.add("");
        lines.add(title);
    }

    private static void indent(List<String> lines, TextTable table) {
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private static String words(String word) {
        return word.replace('_', ' ');
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(value -> value.stripTrailingZeros().toPlainString()).orElse("-");
    }

    private static String rounded(Optional<BigDecimal> number, int decimals) {
        return number.map(
                        value -> value.setScale(decimals, RoundingMode.HALF_UP).toPlainString())
                .orElse("-");
    }
}
