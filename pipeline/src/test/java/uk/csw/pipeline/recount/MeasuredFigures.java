package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.csw.pipeline.conform.Conform;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** What the warehouse makes of the same files, each figure in the words of {@link Figure}. */
final class MeasuredFigures {
    private final Warehouse warehouse;

    MeasuredFigures(Path inbox, List<GeneratedAuthority> authorities) throws IOException, SQLException {
        warehouse = new Warehouse(new Inbox(inbox));
        List<Integer> codes = authorities.stream().map(GeneratedAuthority::code).toList();
        InTransaction.run(warehouse.database(), connection -> {
            ReferenceData.load(Shared.config()).install(connection);
            return codes;
        });
        warehouse.load();
        InTransaction.run(warehouse.database(), connection -> {
            new Conform(warehouse.layouts()).run(connection, Set.copyOf(codes));
            return Measure.run(connection, KpiCatalogue.load(Shared.config()), codes);
        });
    }

    /** By authority, KPI, month and basis. */
    Map<String, String> of(Set<String> kpis) {
        Map<String, String> figures = new HashMap<>();
        String rows = """
                select
                    figure.authority_key,
                    figure.kpi_code,
                    to_char(to_date(figure.period_key::text, 'YYYYMM'), 'YYYY-MM') as month,
                    figure.basis,
                    figure.status || coalesce(' ' || figure.numerator, '') || coalesce(' of ' || figure.denominator, '')
                        || coalesce(' = ' || round(figure.value, case
                            when figure.denominator is null then 0
                            else definition.decimals
                        end), '') as figure
                from kpi.candidate_value as figure
                join kpi.definition as definition
                    on definition.kpi_code = figure.kpi_code
                    and definition.definition_version = figure.definition_version""";
        for (String row : warehouse.rows(rows)) {
            String[] cells = row.split("\\|", -1);
            if (kpis.contains(cells[1])) {
                figures.put(String.join(" ", cells[0], cells[1], cells[2], cells[3]), cells[4]);
            }
        }
        return figures;
    }
}
