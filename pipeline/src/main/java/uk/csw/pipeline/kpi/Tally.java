package uk.csw.pipeline.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.sqlcondition.CheckedSql;

/** KPIs of one fact, date and occasion: counted together in one pass over the fact. */
record Tally(CountedFact fact, Optional<String> date, Occasion occasion, List<KpiDefinition> kpis) {
    private static final String NOTHING = "0";

    /** Groups the KPIs that can be counted together; medians cannot. */
    static List<Tally> of(List<KpiDefinition> kpis) {
        Map<List<Object>, List<KpiDefinition>> groups = kpis.stream()
                .filter(kpi -> kpi.counting().amount().isEmpty())
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

    /** The statement that counts them. Conditions that several KPIs share are counted once. */
    Sql statement() {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        for (KpiDefinition kpi : kpis) {
            String above = column(columns, kpi.counting().numerator());
            String below = kpi.counting()
                    .denominator()
                    .map(condition -> column(columns, condition))
                    .orElse(NOTHING);
            rows.add("('" + kpi.code() + "', " + above + ", " + below + ")");
        }
        String counts = columns.entrySet().stream()
                .map(entry -> "count(*) filter (where " + entry.getKey() + ") as " + entry.getValue())
                .collect(Collectors.joining(",\n        "));
        String counted = columns.keySet().stream()
                .map(condition -> "(" + condition + ")")
                .collect(Collectors.joining("\n        or "));
        return SqlTemplate.file("tally.sql")
                .fill("month", fact.monthOf(date))
                .fill("previous", fact.previousMonth(occasion))
                .fill("next", fact.nextMonth(occasion))
                .fill("counts", counts)
                .fill("rows", fact.relation())
                .fill("counted", counted)
                .fill("kpis", String.join(",\n        ", rows))
                .sql();
    }

    private static String column(Map<String, String> columns, CheckedSql condition) {
        return columns.computeIfAbsent(condition.text(), text -> "count_" + (columns.size() + 1));
    }
}
