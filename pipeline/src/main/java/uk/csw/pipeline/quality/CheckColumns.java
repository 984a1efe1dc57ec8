package uk.csw.pipeline.quality;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.csw.pipeline.layout.StagingTables;
import uk.csw.pipeline.sqlcondition.ColumnType;

/**
 * What a check may look at: the columns of its staging table, a few facts about the delivery, and what the same return
 * says beside the row ({@link Beside}). What identifies a child, a carer or a worker is not among them, so that no
 * finding can show it.
 */
final class CheckColumns {
    /** Last day of the delivery's month. */
    static final String MONTH_END = "month_end";
    /** First day of its financial year. */
    static final String YEAR_START = "year_start";
    /** The return or export that the file belongs to. */
    static final String SOURCE = "source";

    private static final Set<String> IDENTIFYING = Set.of(
            "child_id",
            "upn",
            "home_postcode",
            "placement_postcode",
            "referral_ref",
            "assessment_ref",
            "plan_ref",
            "worker_id",
            "family_ref",
            "case_ref",
            "household_ref",
            "team");

    private CheckColumns() {}

    /** The columns a check of that table may name; empty for an unknown table. */
    static Map<String, ColumnType> of(StagingTables tables, String entity) {
        Map<String, ColumnType> columns = new TreeMap<>();
        tables.types(entity).forEach((name, type) -> {
            if (!IDENTIFYING.contains(name)) {
                columns.put(name, typeOf(type));
            }
        });
        if (!columns.isEmpty()) {
            Beside.of(entity).forEach(beside -> columns.putAll(beside.columns()));
            columns.put(MONTH_END, ColumnType.DATE);
            columns.put(YEAR_START, ColumnType.DATE);
            columns.put(SOURCE, ColumnType.TEXT);
        }
        return columns;
    }

    private static ColumnType typeOf(String postgresType) {
        return switch (postgresType) {
            case "date" -> ColumnType.DATE;
            case "boolean" -> ColumnType.FLAG;
            case "text" -> ColumnType.TEXT;
            default -> ColumnType.NUMBER;
        };
    }
}
