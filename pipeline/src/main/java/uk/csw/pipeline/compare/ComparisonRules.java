package uk.csw.pipeline.compare;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.kpi.NeighbourRule;

/** How each KPI is compared on each basis, in the form the statements read it. */
record ComparisonRules(List<Row> rows) {
    /**
     * One KPI on one basis; the names are the columns of the working table.
     *
     * @param sign 1 when higher is better, -1 when lower is, 0 when neither
     * @param sameWithin how far a figure may move and count as the same as the authority's own before
     * @param step months back to the previous period
     * @param method how neighbours become one; empty when they are not compared
     * @param minimumMembers how many neighbours must have a figure
     * @param yearEndMonth month of the calendar in which its years end, published ones too
     */
    record Row(
            String kpiCode,
            String basis,
            int decimals,
            int sign,
            BigDecimal sameWithin,
            int step,
            boolean isCount,
            int scale,
            String method,
            int minimumMembers,
            int yearEndMonth) {}

    static ComparisonRules of(List<KpiDefinition> kpis) {
        return new ComparisonRules(kpis.stream()
                .flatMap(kpi -> kpi.timing().bases().stream().map(basis -> row(kpi, basis)))
                .toList());
    }

    private static Row row(KpiDefinition kpi, Basis basis) {
        boolean isCount = kpi.isCountOn(basis);
        NeighbourRule rule = isCount ? null : kpi.neighbours().orElse(null);
        return new Row(
                kpi.code(),
                basis.word(),
                kpi.decimalsOn(basis),
                kpi.polarity().sign(),
                kpi.sameWithinOn(basis),
                step(basis),
                isCount,
                kpi.unit().scale(),
                rule == null ? "" : rule.method().word(),
                rule == null ? 0 : rule.minimumMembers(),
                kpi.timing().yearEnds().getValue());
    }

    private static int step(Basis basis) {
        return switch (basis) {
            case MONTH, YTD, R12, SNAPSHOT -> 1;
            case QUARTER -> 3;
            case ANNUAL -> 12;
        };
    }

    String json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(rows);
    }
}
