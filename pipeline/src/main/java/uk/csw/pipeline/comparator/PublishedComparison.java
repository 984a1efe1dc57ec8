package uk.csw.pipeline.comparator;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/**
 * Sets every published figure beside those of the authority's statistical neighbours, its region and England.
 *
 * <p>Neighbours are averaged both ways, by mean as the local authority interactive tool does and by median as the
 * Department's dashboard does. Ranks, ties and bands follow the interactive tool; ranks among neighbours include the
 * authority itself. All figures of one KPI and year come from one source: published before worked out, newer before
 * older, then the one with figures of more authorities, then the table itself before a collection of tables.
 */
public final class PublishedComparison {
    private PublishedComparison() {}

    /**
     * Works out all of them anew. The connection must have a transaction open.
     *
     * @return how many comparisons there are
     */
    public static long run(Connection connection, KpiCatalogue catalogue) throws SQLException {
        InTransaction.isNeeded(connection, "Comparing");
        file("work_source.sql").with("rules", rules(catalogue)).execute(connection);
        file("forget_comparisons.sql").execute(connection);
        long comparisons = file("compare_published.sql").execute(connection);
        Sql.of("analyze kpi.published_comparison").execute(connection);
        return comparisons;
    }

    private static String rules(KpiCatalogue catalogue) {
        List<Rule> rules = catalogue.definitions().stream()
                .map(kpi -> new Rule(kpi.code(), kpi.polarity().sign()))
                .toList();
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(rules);
    }

    private static Sql file(String name) {
        return Sql.file(PublishedComparison.class, name);
    }

    /** Which way a KPI is better: 1 higher, -1 lower, 0 neither. */
    private record Rule(String kpiCode, int sign) {}
}
