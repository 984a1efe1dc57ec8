package uk.csw.pipeline.kpi;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.calendar.PeriodKey;

/** What is to be measured, one row per KPI and basis, in the form the statements read it. */
record MeasurePlan(List<Row> rows) {
    /** One KPI on one basis; the names are the columns of the working table. */
    record Row(
            String kpiCode,
            String basis,
            String definitionVersion,
            List<String> coveredBy,
            String fact,
            String datedBy,
            String unit,
            int scale,
            boolean isStock,
            boolean isCount,
            boolean isMedian,
            boolean isDelivered,
            boolean isElseDelivered,
            int yearEnds,
            int windowYears,
            int lookBackMonths,
            int maturityDays,
            int minimumDenominator,
            int validFrom,
            int validTo) {}

    static MeasurePlan of(List<KpiDefinition> kpis) {
        return new MeasurePlan(kpis.stream()
                .flatMap(kpi -> kpi.timing().bases().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(basis -> row(kpi, basis)))
                .toList());
    }

    private static Row row(KpiDefinition kpi, Basis basis) {
        Timing timing = kpi.timing();
        CountedFact fact = kpi.counting().fact();
        return new Row(
                kpi.code(),
                basis.word(),
                kpi.version(),
                kpi.coveredBy(),
                fact.tableName(),
                kpi.counting().date().orElse(""),
                kpi.unit().word(),
                kpi.unit().scale(),
                fact.isStock(),
                kpi.isCountOn(basis),
                kpi.counting().median().isPresent(),
                fact == CountedFact.INDICATOR,
                kpi.counting().elseDelivered(),
                timing.yearEnds().getValue(),
                timing.windowYears(),
                timing.lookBackMonths(),
                timing.maturityDays(),
                kpi.minimumDenominator(),
                PeriodKey.of(timing.validFrom()),
                PeriodKey.of(timing.validTo()));
    }

    String json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(rows);
    }
}
