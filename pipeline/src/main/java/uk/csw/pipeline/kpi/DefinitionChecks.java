package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.sqlcondition.ColumnType;

/** What must fit together in a definition whose single properties are right. */
final class DefinitionChecks {
    private final YamlFile file;
    private final JsonNode root;
    private final CountedFact fact;
    private final Unit unit;
    private final List<Problem> problems = new ArrayList<>();

    DefinitionChecks(YamlFile file, CountedFact fact, Unit unit) {
        this.file = file;
        this.root = file.root();
        this.fact = fact;
        this.unit = unit;
    }

    List<Problem> problems(Timing timing, List<String> coveredBy) {
        code();
        coverage(coveredBy);
        date();
        parts();
        bases(timing);
        sameWithin();
        breakdowns();
        if (timing.validTo().isBefore(timing.validFrom())) {
            problem("valid_to", timing.validTo().toString(), "a month not before valid_from", "correct one of them");
        }
        return problems;
    }

    private void code() {
        String code = root.path("code").asString();
        if (!file.name().equals("kpis/" + code + ".yaml")) {
            problem("code", "'" + code + "' in " + file.name(), "the name of the file", "rename the file or the code");
        }
    }

    private void coverage(List<String> coveredBy) {
        if (!fact.entities().containsAll(coveredBy)) {
            problem(
                    "covered_by",
                    String.join(", ", coveredBy),
                    "some of " + String.join(", ", fact.entities()),
                    "say which deliveries the figure rests on");
        }
        conditionRestsOn(root.path("numerator").path("where"), coveredBy);
        conditionRestsOn(root.path("numerator").path("median_of"), coveredBy);
        conditionRestsOn(root.path("numerator").path("sum_of"), coveredBy);
        conditionRestsOn(root.path("denominator").path("where"), coveredBy);
    }

    /** A figure counted from what may not have been delivered would be too small and look right. */
    private void conditionRestsOn(JsonNode condition, List<String> coveredBy) {
        String names = condition.asString("").replaceAll("'[^']*'", "");
        fact.entityByColumn().forEach((column, entity) -> {
            if (!coveredBy.contains(entity) && names.matches("(?s).*\\b" + column + "\\b.*")) {
                problems.add(file.problem(
                        condition,
                        "'" + column + "', which comes with " + entity,
                        "a column that comes with " + String.join(", ", coveredBy),
                        "add " + entity + " to covered_by"));
            }
        });
    }

    private void date() {
        String date = root.path("date").asString("");
        Occasion occasion = DefinitionReader.occasion(root);
        if (fact.isStock()) {
            if (root.has("date")) {
                problem("date", "'" + date + "'", "no date: " + fact.word() + " is stock", "remove it");
            }
            if (occasion != Occasion.EVERY) {
                problem("once_per_child", "a choice of occasion", "none: a child is once in stock", "remove it");
            }
        } else if (!fact.dateColumns().contains(date)) {
            problem(
                    "date",
                    root.has("date") ? "'" + date + "'" : "no property 'date'",
                    "one of " + String.join(", ", fact.dateColumns()),
                    "say which date places an event in a period");
        } else if (!fact.tells(occasion, date)) {
            problem(
                    "once_per_child",
                    "'" + root.path("once_per_child").asString("none") + "' by " + date,
                    "an occasion that " + fact.word() + " knows by this date",
                    "care starts have a first, care ends a last, spans of care any");
        }
    }

    /** A delivered figure is words and bases: there is nothing to count, and nothing to wait for. */
    private void deliveredParts() {
        for (String part : List.of("numerator", "denominator")) {
            for (String property : List.of("where", "median_of", "sum_of", "population")) {
                if (root.path(part).has(property)) {
                    problems.add(file.problem(
                            root.path(part).path(property),
                            "property '" + property + "' at /" + part,
                            "words alone: the figure is delivered, not counted",
                            "remove it"));
                }
            }
        }
        for (String property : List.of(
                "look_back_months", "maturity_days", "window_years", "count_bases", "breakdowns", "else_delivered")) {
            if (root.has(property)) {
                problem(
                        property,
                        "property '" + property + "'",
                        "none for a figure that is delivered, not counted",
                        "remove it");
            }
        }
        if ((unit == Unit.COUNT) == root.has("denominator")) {
            problem("denominator", "a denominator or none", "none for a count, one for the others", "correct it");
        }
        if (unit != Unit.PERCENT
                && unit != Unit.CASES
                && root.path("minimum_denominator").asInt(0) > 0) {
            problem("minimum_denominator", "a minimum", "none for " + unit.word(), "remove it");
        }
    }

    private void parts() {
        if (fact == CountedFact.INDICATOR) {
            deliveredParts();
            return;
        }
        boolean isPercent = unit == Unit.PERCENT;
        boolean isRate = unit == Unit.PER_10000;
        needs("numerator", "where", !unit.isAverage());
        boolean isMean = unit.isAverage() && root.path("numerator").has("sum_of");
        needs("numerator", "median_of", unit.isAverage() && !isMean);
        needs("numerator", "sum_of", isMean);
        if (unit == Unit.COUNT) {
            if (root.has("denominator")) {
                problem("denominator", "a denominator", "none for a count", "remove it");
            }
        } else if (!root.has("denominator")) {
            problems.add(file.problem(root, "no property 'denominator'", "one for " + unit.word(), "add it"));
        } else {
            needs("denominator", "where", !isRate);
            needs("denominator", "population", isRate);
        }
        if (root.path("minimum_denominator").asInt(0) > 0 && !isPercent && !unit.isAverage()) {
            problem("minimum_denominator", "a minimum", "none for " + unit.word(), "remove it");
        }
        JsonNode method = root.path("comparators").path("neighbours").path("method");
        if (root.path("numerator").has("median_of") && method.asString("").equals("pooled")) {
            problems.add(file.problem(method, "'pooled'", "mean or median: medians cannot be pooled", "change it"));
        }
    }

    private void needs(String part, String property, boolean isNeeded) {
        JsonNode node = root.path(part);
        if (node.has(property) != isNeeded) {
            problems.add(file.problem(
                    isNeeded ? node : node.path(property),
                    (isNeeded ? "no property '" : "property '") + property + "' at /" + part,
                    (isNeeded ? "one" : "none") + " for " + unit.word(),
                    isNeeded ? "add it" : "remove it"));
        }
    }

    private void bases(Timing timing) {
        for (Basis basis : timing.bases()) {
            boolean fits = fact == CountedFact.INDICATOR
                    || basis == Basis.ANNUAL
                    || fact.isStock() == (basis == Basis.SNAPSHOT);
            if (!fits) {
                problem(
                        "bases",
                        "'" + basis.word() + "' of " + fact.word(),
                        fact.isStock() ? "snapshot or annual: stock is never summed" : "a basis that sums events",
                        "correct the list");
            }
        }
        if (root.has("year_ends") && !timing.bases().contains(Basis.ANNUAL)) {
            problem("year_ends", "the end of a year", "none without the basis annual", "remove it");
        }
        if (timing.windowYears() > 1
                && (fact.isStock() || !Set.of(Basis.R12, Basis.ANNUAL).containsAll(timing.bases()))) {
            problem(
                    "window_years",
                    "a window of years",
                    "events, on r12 and annual only",
                    "remove it or the other bases");
        }
        if (!timing.bases().containsAll(timing.countBases())) {
            problem("count_bases", "a basis that is not in bases", "some of the bases", "correct one of the lists");
        }
        if (!timing.countBases().isEmpty() && unit != Unit.PER_10000) {
            problem("count_bases", "count_bases for " + unit.word(), "them for rates only", "remove them");
        }
    }

    /** Figures are compared as they are shown. */
    private void sameWithin() {
        BigDecimal within = root.path("same_within").decimalValue(BigDecimal.ZERO);
        int decimals = root.path("decimals").asInt();
        if (within.stripTrailingZeros().scale() > decimals) {
            problem(
                    "same_within",
                    within.toPlainString(),
                    "a difference that can be seen: figures are shown with " + decimals + " decimals",
                    "round it, or show more decimals");
        }
    }

    private void breakdowns() {
        for (JsonNode breakdown : root.path("breakdowns")) {
            ColumnType type = fact.columns().get(breakdown.asString());
            if (type == null || type == ColumnType.DATE) {
                problems.add(file.problem(
                        breakdown,
                        "'" + breakdown.asString() + "'",
                        "a column of " + fact.word() + " that is no date",
                        "one of "
                                + String.join(
                                        ", ",
                                        fact.columns().entrySet().stream()
                                                .filter(column -> column.getValue() != ColumnType.DATE)
                                                .map(Map.Entry::getKey)
                                                .sorted()
                                                .toList())));
            }
        }
    }

    private void problem(String property, String found, String expected, String advice) {
        JsonNode node = root.path(property);
        problems.add(file.problem(node.isMissingNode() ? root : node, found, expected, advice));
    }
}
