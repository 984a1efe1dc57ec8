package uk.csw.pipeline.judge;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.kpi.Outstanding;
import uk.csw.pipeline.kpi.Unit;

/** What the statements need to know of each KPI on each basis, in the form they read it. */
record JudgementRules(List<Row> rows) {
    /**
     * One KPI on one basis; the names are the columns of the working table.
     *
     * @param unit the unit of the figure on this basis
     * @param sign 1 when higher is better, -1 when lower is, 0 when neither
     * @param sameWithin how far a figure may move and count as the same as before
     * @param isProcess whether figures of successive periods share no events, so that they show how a process varies
     * @param openKpi KPI that counts the open work its year-end figure will take in; absent when none is projected
     * @param lateKpi KPI that counts what is late of it
     */
    record Row(
            String kpiCode,
            String basis,
            String unit,
            int decimals,
            int sign,
            BigDecimal sameWithin,
            int minimumDenominator,
            boolean isProcess,
            @Nullable String openKpi,
            @Nullable String lateKpi) {}

    static JudgementRules of(List<KpiDefinition> kpis) {
        return new JudgementRules(kpis.stream()
                .flatMap(kpi -> kpi.timing().bases().stream().sorted().map(basis -> row(kpi, basis)))
                .toList());
    }

    private static Row row(KpiDefinition kpi, Basis basis) {
        return new Row(
                kpi.code(),
                basis.word(),
                kpi.isCountOn(basis) ? Unit.COUNT.word() : kpi.unit().word(),
                kpi.decimalsOn(basis),
                kpi.polarity().sign(),
                kpi.sameWithinOn(basis),
                kpi.minimumDenominator(),
                basis == Basis.MONTH || basis == Basis.QUARTER || basis == Basis.SNAPSHOT,
                kpi.outstanding().map(Outstanding::open).orElse(null),
                kpi.outstanding().map(Outstanding::late).orElse(null));
    }

    String json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(rows);
    }
}
