package uk.csw.jobs.report;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.csw.pipeline.explain.Explanation;
import uk.csw.pipeline.explain.Explanation.Beside;
import uk.csw.pipeline.explain.Explanation.Judgement;
import uk.csw.pipeline.explain.Explanation.Rule;
import uk.csw.pipeline.explain.Explanation.SignedOff;
import uk.csw.pipeline.kpi.Basis;

/** One figure in sentences that a councillor can read: what it is, whether it is good, what it is set beside. */
final class FigureInWords {
    private static final int SMALL = 30;
    private static final int NO_END = 9999;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Explanation explanation;
    private final Amounts amounts;

    FigureInWords(Explanation explanation) {
        this.explanation = explanation;
        this.amounts = new Amounts(explanation);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** What months the figure takes in. */
    static String span(Basis basis, YearMonth period) {
        return switch (basis) {
            case SNAPSHOT -> "at the end of " + month(period);
            case MONTH -> "in " + month(period);
            case QUARTER, YTD, R12, ANNUAL -> month(basis.firstMonth(period)) + " to " + month(period);
        };
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(figure());
        explanation.signedOff().ifPresent(signedOff -> sentences.add(signedOff(signedOff)));
        explanation.judgement().ifPresent(judgement -> {
            sentences.add(colour(judgement) + ".");
            judgement.rule().ifPresent(rule -> sentences.add(rule(rule)));
            if (!judgement.ragLastYearRule().equals(judgement.rag())) {
                sentences.add("Under the rule of a year before it would be "
                        + judgement.ragLastYearRule().toLowerCase(Locale.ROOT) + ": " + judgement.lastYearRuleText()
                        + ".");
            }
        });
        explanation.comparisons().forEach(beside -> sentences.add(comparison(beside)));
        if (explanation.comparisons().stream()
                        .noneMatch(beside -> beside.comparator().equals("statistical_neighbours"))
                && explanation.figure().value().isPresent()) {
            sentences.add("It is not set beside its statistical neighbours: see the definition.");
        }
        explanation.judgement().ifPresent(judgement -> {
            remark(sentences, "Beside last year: ", judgement.longCertainty(), "not known");
            remark(sentences, "Beside its own past: ", judgement.signal(), "not known");
            remark(sentences, "As things are: ", judgement.assurance(), "not known");
            remark(sentences, "By the end of the year: ", judgement.projection(), "not available");
        });
        return sentences;
    }

    private String figure() {
        Explanation.Figure figure = explanation.figure();
        String status = "It is " + figure.status().replace('_', ' ') + ": " + figure.reason();
        if (figure.value().isEmpty()) {
            return "There is no figure. " + status;
        }
        StringBuilder text = new StringBuilder(amounts.of(figure.value().get()));
        figure.denominator()
                .ifPresentOrElse(
                        below -> text.append(
                                explanation.unit().isAverage()
                                        ? " over " + Amounts.plain(below) + " cases"
                                        : ": "
                                                + figure.numerator()
                                                        .map(Amounts::plain)
                                                        .orElse("?")
                                                + " out of " + Amounts.plain(below)),
                        () -> text.append(" counted"));
        text.append(". ");
        if (figure.intervalLow().isPresent()
                && figure.denominator()
                        .filter(below -> below.intValue() < SMALL)
                        .isPresent()) {
            text.append("The numbers are small: by chance alone it could be anything from ")
                    .append(amounts.of(figure.intervalLow().get()))
                    .append(" to ")
                    .append(amounts.of(figure.intervalHigh().orElseThrow()))
                    .append(". ");
        }
        text.append(figure.status().equals("measured") ? figure.reason() : status);
        if (figure.isProvisional()) {
            text.append(" It is provisional: the population estimate may be replaced.");
        }
        return text.toString();
    }

    private String signedOff(SignedOff signedOff) {
        String stays = "Signed off by " + signedOff.by() + " on "
                + DAY.format(signedOff.at().atZone(ZoneId.of("Europe/London")))
                + ": it stays as it is until somebody reopens the period (csw reopen).";
        if (!signedOff.isHeld()) {
            return stays;
        }
        String held = signedOff.heldValue().map(amounts::of).orElse("no figure");
        boolean looksTheSame = explanation
                .figure()
                .value()
                .map(amounts::of)
                .orElse("no figure")
                .equals(held);
        return stays + " The facts now give " + held
                + (looksTheSame ? " too, but from other counts or made up of other parts." : ".");
    }

    private static String colour(Judgement judgement) {
        String colour = judgement.rag().charAt(0) + judgement.rag().substring(1).toLowerCase(Locale.ROOT);
        return colour + ": " + judgement.ragReason();
    }

    private String rule(Rule rule) {
        StringBuilder text = new StringBuilder("That rule holds for ")
                .append(rule.isForAll() ? "every authority" : "this authority")
                .append(" from ")
                .append(DAY.format(rule.validFrom()))
                .append(
                        rule.validTo().getYear() == NO_END
                                ? " until further notice"
                                : " to " + DAY.format(rule.validTo()))
                .append(tolerance(rule))
                .append(". Why: ")
                .append(rule.reason())
                .append(". Approved by: ")
                .append(rule.approvedBy())
                .append('.');
        return text.toString();
    }

    private String tolerance(Rule rule) {
        List<String> sides = new ArrayList<>();
        if (rule.toleranceBelow().signum() > 0) {
            sides.add(amounts.tolerance(rule.toleranceBelow(), rule.isToleranceRelative()) + " below");
        }
        if (rule.toleranceAbove().signum() > 0) {
            sides.add(amounts.tolerance(rule.toleranceAbove(), rule.isToleranceRelative()) + " above");
        }
        return switch (rule.type()) {
            case "NONE", "PROFILED_TARGET" ->
                sides.isEmpty()
                        ? ""
                        : "; up to " + String.join(" or ", sides) + " it is "
                                + rule.toleranceColour().toLowerCase(Locale.ROOT);
            default ->
                sides.isEmpty()
                        ? "; there is no tolerance"
                        : "; up to " + String.join(" or ", sides) + " it is "
                                + rule.toleranceColour().toLowerCase(Locale.ROOT)
                                + (rule.isImprovementAsked() ? ", provided it is no worse than a year before" : "");
        };
    }

    private String comparison(Beside beside) {
        String when = beside.period().map(FigureInWords::month).orElse("");
        return switch (beside.comparator()) {
            case "previous_period" -> "The period before, " + when + ": " + own(beside);
            case "same_period_last_year" -> "The same period last year, " + when + ": " + own(beside);
            case "statistical_neighbours" ->
                members(
                        beside,
                        "its statistical neighbours",
                        "its " + beside.membersTotal() + " statistical neighbours",
                        "model ",
                        "with its neighbours");
            case "region" -> "Its region, year to " + when + " (" + beside.vintage() + "): " + distance(beside) + ".";
            case "england" ->
                "England, year to " + when + " (" + beside.vintage() + "): " + distance(beside)
                        + place(beside, "authorities") + ".";
            case "top_quartile" ->
                "The best quarter of the " + beside.membersUsed() + " authorities published, year to " + when + " ("
                        + beside.vintage() + "), begins at " + distance(beside) + ".";
            default ->
                members(
                        beside,
                        beside.name(),
                        "the " + beside.membersTotal() + " others in " + beside.name(),
                        "",
                        "with them");
        };
    }

    private String own(Beside beside) {
        if (beside.value().isPresent()) {
            return distance(beside) + ".";
        }
        return beside.method().equals("not_comparable")
                ? "not comparable, as the figure starts anew in April or grows from month to month."
                : "no figure.";
    }

    private String members(Beside beside, String group, String all, String edition, String among) {
        if (beside.value().isEmpty()) {
            return "No average of " + group + ": only " + beside.membersUsed() + " of " + beside.membersTotal()
                    + " have a figure here.";
        }
        boolean isPublished = beside.method().startsWith("published_");
        String method = beside.method().replace("published_", "");
        return (isPublished ? "Published figures, " : "Figures in this warehouse, ") + method + " of "
                + beside.membersUsed() + " of " + all
                + (isPublished
                        ? ", year to "
                                + beside.period().map(FigureInWords::month).orElse("")
                        : "")
                + " (" + (isPublished ? "" : edition) + beside.vintage() + "): " + distance(beside)
                + place(beside, among) + ".";
    }

    private static String place(Beside beside, String among) {
        Optional<Integer> of = beside.rankOf();
        return beside.rank().isEmpty() || of.isEmpty()
                ? ""
                : "; place " + beside.rank().get() + " of " + of.get() + " " + among + ", where 1 is best";
    }

    /** The other amount, and how far this figure is from it. */
    private String distance(Beside beside) {
        if (beside.value().isEmpty()) {
            return "no figure";
        }
        String other = amounts.of(beside.value().get());
        if (beside.difference().isEmpty()) {
            return other;
        }
        int sign = beside.difference().get().signum();
        String far = sign == 0
                ? "; this figure is the same"
                : "; this figure is " + amounts.apart(beside.difference().get()) + (sign > 0 ? " higher" : " lower");
        return other
                + far
                + switch (beside.direction()) {
                    case "better", "worse" -> ", " + beside.direction();
                    case "same" -> sign == 0 ? "" : ", too little to count as a change";
                    default -> "";
                };
    }

    private static void remark(List<String> sentences, String opening, String text, String unknown) {
        if (!text.startsWith(unknown) && !text.equals("no special cause") && !text.isEmpty()) {
            sentences.add(opening + text + ".");
        }
    }
}
