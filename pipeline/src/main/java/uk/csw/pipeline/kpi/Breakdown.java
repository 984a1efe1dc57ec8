package uk.csw.pipeline.kpi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.sqlcondition.ColumnType;

/**
 * Divides the figures of {@link Measure} by the columns that their definitions name, in one more pass over each fact. Every
 * row falls in one category, rows of which nothing is known in {@code not recorded}, so that the categories add up to the
 * figure. Medians are not divided.
 *
 * <p>Only positions, rolling years and years are, of the newest month and of the quarter ends within a year before it: a
 * figure of every month would cost more than all else that is measured, and small parts say little.
 */
final class Breakdown {
    private Breakdown() {}

    /**
     * Adds the figures of these authorities whose parts are not as they are shown, with those parts. Their figures must
     * have been measured, in this transaction.
     */
    static void measure(Connection connection, List<KpiDefinition> kpis, Collection<Integer> authorities)
            throws SQLException {
        List<KpiDefinition> divided = kpis.stream()
                .filter(kpi -> !kpi.breakdowns().isEmpty())
                .filter(kpi -> kpi.counting().median().isEmpty())
                .toList();
        file("breakdown_tables.sql").execute(connection);
        file("breakdown_windows.sql")
                .with("kpis", divided.stream().map(KpiDefinition::code).toList())
                .with("authorities", authorities)
                .execute(connection);
        file("breakdown_months.sql").execute(connection);
        Sql.of("analyze measure_breakdown_window, measure_breakdown_month").execute(connection);
        // The planner expects as many combinations of categories as there could be: those would not fit in memory, and
        // it would sort the rows once for each column.
        Sql.of("set local hash_mem_multiplier = 50").execute(connection);
        for (Tally tally : Tally.of(divided)) {
            statement(tally).with("authorities", authorities).execute(connection);
        }
        Sql.of("set local hash_mem_multiplier to default").execute(connection);
        Sql.of("analyze measure_breakdown").execute(connection);
        file("breakdown_parts.sql").execute(connection);
        Sql.of("analyze measure_part").execute(connection);
        file("breakdown_differences.sql").with("authorities", authorities).execute(connection);
        file("breakdown_values.sql").with("authorities", authorities).execute(connection);
    }

    private static Sql statement(Tally tally) {
        Set<String> columns = new LinkedHashSet<>();
        tally.kpis().forEach(kpi -> columns.addAll(kpi.breakdowns()));
        List<String> breakdowns = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        List<String> divided = new ArrayList<>();
        for (String column : columns) {
            String category = "category_" + (categories.size() + 1);
            categories.add(category);
            breakdowns.add("when grouping(" + category + ") = 0 then '" + column + "'");
            divided.add(category(tally.fact(), column) + " as " + category);
        }
        return tally.fill(SqlTemplate.file("breakdown_tally.sql"), Breakdown::named)
                .fill("breakdowns", String.join(" ", breakdowns))
                .fill("categories", String.join(", ", categories))
                .fill("divided", String.join(",\n            ", divided))
                .fill("is_stock", Boolean.toString(tally.fact().isStock()))
                .fill(
                        "sets",
                        categories.stream()
                                .map(category -> "(authority_key, month_key, previous_key, next_key, " + category + ")")
                                .collect(Collectors.joining(",\n        ")))
                .sql();
    }

    private static String named(KpiDefinition kpi) {
        return kpi.breakdowns().stream()
                .map(column -> "'" + column + "'")
                .collect(Collectors.joining(", ", "'" + kpi.code() + "', array[", "]"));
    }

    /** SQL for the category of a row; the age groups are those of the statistics of children looked after. */
    private static String category(CountedFact fact, String column) {
        ColumnType type = fact.columns().get(column);
        if (type == ColumnType.FLAG) {
            return "case when " + column + " then 'yes' when not " + column + " then 'no' else 'not recorded' end";
        }
        if (type == ColumnType.NUMBER && !column.equals("age_at_birthday")) {
            return SqlTemplate.file("age_group.sql").fill("age", column).text().strip();
        }
        return "coalesce(nullif(" + column + "::text, ''), 'not recorded')";
    }

    private static Sql file(String name) {
        return Sql.file(Breakdown.class, name);
    }
}
