package uk.csw.pipeline.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.sqlcondition.CheckedSql;

/** KPIs of one fact, date and occasion: counted together in one pass over the fact. */
record Tally(CountedFact fact, Optional<String> date, Occasion occasion, List<KpiDefinition> kpis) {
    private static final String NOTHING = "0";

    /** Groups the KPIs that can be counted together; medians cannot. */
    static List<Tally> of(List<KpiDefinition> kpis) {
        Map<List<Object>, List<KpiDefinition>> groups = kpis.stream()
                .filter(kpi -> kpi.counting().median().isEmpty())
                .filter(kpi -> kpi.counting().fact() != CountedFact.INDICATOR)
                .collect(Collectors.groupingBy(
                        kpi -> List.of(
                                kpi.counting().fact(),
                                kpi.counting().date(),
                                kpi.counting().occasion()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(group -> {
                    Counting counting = group.get(0).counting();
                    return new Tally(counting.fact(), counting.date(), counting.occasion(), group);
                })
                .toList();
    }

    /** The statement that counts them. */
    Sql statement() {
        return fill(SqlTemplate.file("tally.sql"), kpi -> "'" + kpi.code() + "'")
                .fill("counted_from", fact.countedFrom(date))
                .sql();
    }

    /**
     * The template with what is to be counted. Conditions that several KPIs share are counted once.
     *
     * @param named what stands before the two counts of a KPI
     */
    SqlTemplate fill(SqlTemplate template, Function<KpiDefinition, String> named) {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> conditions = new LinkedHashSet<>();
        List<String> rows = new ArrayList<>();
        for (KpiDefinition kpi : kpis) {
            Counting counting = kpi.counting();
            CheckedSql base = counting.numerator();
            String above =
                    column(columns, counting.sum().map(sum -> sum(sum, base)).orElseGet(() -> count(base)));
            String below = counting.denominator()
                    .map(condition -> column(columns, count(condition)))
                    .orElse(NOTHING);
            conditions.add(base.text());
            counting.denominator().ifPresent(condition -> conditions.add(condition.text()));
            rows.add("(" + named.apply(kpi) + ", " + above + ", " + below + ")");
        }
        String counts = columns.entrySet().stream()
                .map(entry -> entry.getKey() + " as " + entry.getValue())
                .collect(Collectors.joining(",\n        "));
        String sums = columns.entrySet().stream()
                .map(entry -> "sum(" + entry.getValue() + (entry.getKey().startsWith("count(") ? "::integer" : "")
                        + ") as " + entry.getValue())
                .collect(Collectors.joining(",\n        "));
        String counted = conditions.stream()
                .map(condition -> "(" + condition + ")")
                .collect(Collectors.joining("\n        or "));
        return template.fill("month", fact.monthOf(date))
                .fill("previous", fact.previousMonth(occasion))
                .fill("next", fact.nextMonth(occasion))
                .fill("counts", counts)
                .fill("sums", sums)
                .fill("rows", fact.relation())
                .fill("counted", counted)
                .fill("kpis", String.join(",\n        ", rows));
    }

    private static String count(CheckedSql condition) {
        return "count(*) filter (where " + condition.text() + ")";
    }

    private static String sum(CheckedSql amount, CheckedSql condition) {
        return "coalesce(sum(" + amount.text() + ") filter (where " + condition.text() + "), 0)";
    }

    private static String column(Map<String, String> columns, String expression) {
        return columns.computeIfAbsent(expression, text -> "count_" + (columns.size() + 1));
    }
}
