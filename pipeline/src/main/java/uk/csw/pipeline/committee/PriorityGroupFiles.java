package uk.csw.pipeline.committee;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.csw.pipeline.committee.PriorityGroups.PlacedKpi;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.reference.Authorities;
import uk.csw.pipeline.reference.Authority;
import uk.csw.pipeline.settings.CsvRow;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.settings.Problem;

/** Reads {@code groups/*.csv} and finds every fault in them. */
final class PriorityGroupFiles {
    private static final List<String> COLUMNS = List.of("authority_code", "group_order", "group_name", "kpi_code");

    private final KpiCatalogue catalogue;
    private final Set<String> authorities;
    private final Map<String, String> areaOfKpi = new HashMap<>();
    private final Map<String, String> nameOfOrder = new HashMap<>();
    private final Map<String, Integer> orderOfName = new HashMap<>();

    PriorityGroupFiles(KpiCatalogue catalogue, Authorities authorities) {
        this.catalogue = catalogue;
        this.authorities = authorities.all().stream().map(Authority::code).collect(Collectors.toSet());
    }

    List<PlacedKpi> read(Path configDir, List<Problem> problems) {
        List<PlacedKpi> placed = new ArrayList<>();
        for (CsvRow row : CsvTable.readFolder(configDir, "groups", COLUMNS, problems)) {
            int before = problems.size();
            PlacedKpi kpi = new PlacedKpi(
                    row.optional("authority_code").orElse(""),
                    row.integer("group_order", 1, 99),
                    row.text("group_name"),
                    placed.size() + 1,
                    row.text("kpi_code"));
            if (problems.size() == before) {
                checkNames(row, kpi);
                checkPlace(row, kpi);
            }
            placed.add(kpi);
        }
        return placed;
    }

    private void checkNames(CsvRow row, PlacedKpi kpi) {
        String authority = kpi.authorityCode();
        if (!authority.isEmpty() && !authorities.contains(authority)) {
            row.problem("authority " + authority, "a code in reference/authorities.csv, or nothing for all", "");
        }
        if (catalogue.find(kpi.kpiCode()).isEmpty()) {
            row.problem("KPI " + kpi.kpiCode(), "the code of a file in kpis/", "correct the code");
        }
    }

    private void checkPlace(CsvRow row, PlacedKpi kpi) {
        String area = kpi.groupName();
        String before = areaOfKpi.putIfAbsent(kpi.authorityCode() + "/" + kpi.kpiCode(), area);
        if (before != null) {
            row.problem(
                    kpi.kpiCode() + " in '" + area + "'",
                    "each KPI in one area, so that none is counted twice: it is in '" + before + "' already",
                    "take one of the two rows out");
        }
        String there = nameOfOrder.putIfAbsent(kpi.authorityCode() + "/" + kpi.groupOrder(), area);
        Integer place = orderOfName.putIfAbsent(kpi.authorityCode() + "/" + area, kpi.groupOrder());
        if (there != null && !there.equals(area)) {
            row.problem(
                    "area '" + area + "' in place " + kpi.groupOrder(),
                    "one area in one place: '" + there + "' is there",
                    "give it another group_order");
        } else if (place != null && place != kpi.groupOrder()) {
            row.problem(
                    "area '" + area + "' in place " + kpi.groupOrder(),
                    "its place " + place + ", as in the rows before",
                    "write the same group_order in all of its rows");
        }
    }
}
