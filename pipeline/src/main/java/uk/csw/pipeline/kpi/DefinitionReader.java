package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.sqlcondition.CheckedSql;
import uk.csw.pipeline.sqlcondition.ColumnType;
import uk.csw.pipeline.sqlcondition.ConditionGrammar;
import uk.csw.pipeline.sqlcondition.ConditionMistake;

/** Turns one file that has the schema's shape into a definition, and finds what a schema cannot find. */
final class DefinitionReader {
    private static final YearMonth FIRST_MONTH = YearMonth.of(1990, 1);
    private static final YearMonth LAST_MONTH = YearMonth.of(2040, 12);

    private final YamlFile file;
    private final JsonNode root;
    private final List<Problem> problems = new ArrayList<>();

    DefinitionReader(YamlFile file) {
        this.file = file;
        this.root = file.root();
    }

    /** What is wrong, once {@link #read} was called. */
    List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The definition; empty when there are problems. */
    Optional<KpiDefinition> read() {
        CountedFact fact = CountedFact.of(text("counted_from"));
        Unit unit = Unit.of(text("unit"));
        Polarity polarity = Polarity.valueOf(text("polarity").toUpperCase(Locale.ROOT));
        Optional<Counting> counting = counting(fact, unit);
        List<String> coveredBy = root.has("covered_by")
                ? strings(root.path("covered_by"))
                : List.of(fact.entities().get(0));
        Timing timing = new Timing(
                bases("bases"),
                bases("count_bases"),
                Month.of(root.path("year_ends").asInt(3)),
                root.path("window_years").asInt(1),
                root.path("look_back_months").asInt(0),
                root.path("maturity_days").asInt(0),
                month(root.path("valid_from")).orElse(FIRST_MONTH),
                month(root.path("valid_to")).orElse(LAST_MONTH));
        List<KpiExample> examples = new ExampleReader(file, fact, problems).read(timing, coveredBy);
        problems.addAll(new DefinitionChecks(file, fact, unit).problems(timing, coveredBy));
        if (!problems.isEmpty() || counting.isEmpty()) {
            return Optional.empty();
        }
        Optional<NeighbourRule> neighbours = neighbours();
        return Optional.of(new KpiDefinition(
                text("code"),
                new DefinitionHash().of(root),
                words(neighbours),
                unit,
                root.path("decimals").asInt(),
                polarity,
                root.path("same_within").decimalValue(BigDecimal.ZERO),
                counting.get(),
                coveredBy,
                timing,
                root.path("minimum_denominator").asInt(0),
                Disclosure.valueOf(text("disclosure").toUpperCase(Locale.ROOT)),
                root.has("disclosure_group") ? Optional.of(text("disclosure_group")) : Optional.empty(),
                neighbours,
                outstanding(),
                strings(root.path("breakdowns")),
                examples));
    }

    private Optional<Counting> counting(CountedFact fact, Unit unit) {
        if (fact == CountedFact.INDICATOR) {
            return Optional.of(Counting.delivered());
        }
        JsonNode above = root.path("numerator");
        JsonNode below = root.path("denominator");
        Optional<CheckedSql> where = checked(fact, above.path("where"), ConditionGrammar::condition);
        Optional<CheckedSql> among = checked(fact, below.path("where"), ConditionGrammar::condition);
        Optional<CheckedSql> median = checked(fact, above.path("median_of"), ConditionGrammar::amount);
        Optional<CheckedSql> sum = checked(fact, above.path("sum_of"), ConditionGrammar::amount);
        Occasion occasion = occasion(root);
        Optional<String> date = root.has("date") ? Optional.of(text("date")) : Optional.empty();
        boolean elseDelivered = root.path("else_delivered").asBoolean(false);
        return switch (unit) {
            case PERCENT ->
                where.flatMap(condition -> among.map(base -> new Counting(
                        fact,
                        date,
                        occasion,
                        occasion == Occasion.ANY ? condition : base.and(condition),
                        among,
                        Optional.empty(),
                        Optional.empty(),
                        elseDelivered)));
            case PER_10000, COUNT ->
                where.map(condition -> new Counting(
                        fact,
                        date,
                        occasion,
                        condition,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        elseDelivered));
            case WORKING_DAYS, DAYS, SCORE, CASES ->
                among.map(base -> sum.map(amount -> base.and(amount.isKnown())).orElse(base))
                        .map(base -> new Counting(
                                fact, date, occasion, base, Optional.of(base), median, sum, elseDelivered));
        };
    }

    /** Which of a child's events the definition at {@code root} counts. */
    static Occasion occasion(JsonNode root) {
        return switch (root.path("once_per_child").asString("none")) {
            case "first" -> Occasion.FIRST;
            case "last" -> Occasion.LAST;
            case "any" -> Occasion.ANY;
            default -> Occasion.EVERY;
        };
    }

    private Optional<CheckedSql> checked(
            CountedFact fact, JsonNode node, BiFunction<Map<String, ColumnType>, String, CheckedSql> grammar) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(grammar.apply(fact.columns(), node.asString()));
        } catch (ConditionMistake mistake) {
            problems.add(file.problem(node, mistake.found(), mistake.expected(), "correct the condition"));
            return Optional.empty();
        }
    }

    private KpiWords words(Optional<NeighbourRule> neighbours) {
        String acronyms = root.path("acronyms").properties().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().asString())
                .collect(Collectors.joining("; "));
        return new KpiWords(
                text("name"),
                text("plain_english"),
                acronyms,
                text("group"),
                text("outcome"),
                sentence(root.path("numerator")),
                root.has("denominator") ? sentence(root.path("denominator")) : "None: it is a count.",
                comparator(neighbours));
    }

    private String comparator(Optional<NeighbourRule> neighbours) {
        List<String> sentences = new ArrayList<>();
        neighbours.ifPresent(rule -> sentences.add("Statistical neighbours: "
                + rule.method().word() + " of their figures, shown when at least " + rule.minimumMembers()
                + " of them have one."));
        for (JsonNode source : root.path("comparators").path("published")) {
            sentences.add("Published: " + source.path("table").asString() + ", "
                    + source.path("column").asString() + "."
                    + (source.has("note") ? " " + sentence(source.path("note")) : ""));
        }
        return String.join(" ", sentences);
    }

    private Optional<NeighbourRule> neighbours() {
        JsonNode rule = root.path("comparators").path("neighbours");
        return rule.isMissingNode()
                ? Optional.empty()
                : Optional.of(new NeighbourRule(
                        NeighbourRule.Method.valueOf(
                                rule.path("method").asString().toUpperCase(Locale.ROOT)),
                        rule.path("minimum_members").asInt()));
    }

    private Optional<Outstanding> outstanding() {
        JsonNode projection = root.path("projection");
        return projection.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Outstanding(
                        projection.path("open").asString(),
                        projection.path("late").asString()));
    }

    private Set<Basis> bases(String property) {
        return strings(root.path(property)).stream()
                .map(Basis::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String text(String property) {
        return sentence(root.path(property));
    }

    /** Text without the line breaks of the file. */
    private static String sentence(JsonNode node) {
        JsonNode words = node.isObject() ? node.path("text") : node;
        return words.asString("").strip().replaceAll("\\s+", " ");
    }

    static Optional<YearMonth> month(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(YearMonth.parse(node.asString()));
    }

    private static List<String> strings(JsonNode list) {
        List<String> result = new ArrayList<>();
        list.forEach(item -> result.add(item.asString()));
        return result;
    }
}
