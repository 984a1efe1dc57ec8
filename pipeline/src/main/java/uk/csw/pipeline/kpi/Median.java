package uk.csw.pipeline.kpi;

import uk.csw.pipeline.postgres.Sql;

/** The statement that takes the median of one KPI over every window. */
final class Median {
    private Median() {}

    /** @param kpi a KPI with a median */
    static Sql statement(KpiDefinition kpi) {
        Counting counting = kpi.counting();
        return SqlTemplate.file("median.sql")
                .fill("counted_from", counting.fact().countedFrom(counting.date()))
                .fill("month", counting.fact().monthOf(counting.date()))
                .fill("amount", counting.median().orElseThrow().text())
                .fill("rows", counting.fact().relation())
                .fill("where", counting.numerator().text())
                .sql()
                .with("kpi_code", kpi.code());
    }
}
