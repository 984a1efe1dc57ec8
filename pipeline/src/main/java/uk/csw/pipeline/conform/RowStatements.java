package uk.csw.pipeline.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;

/**
 * The statements that keep one layout's rows in force, with the names of its staging table and columns filled in.
 * Those names come from layouts, which are checked against the staging tables when they are loaded; no text from a
 * delivered file ever gets here.
 */
final class RowStatements {
    /** What a row in force carries of its delivery, and a landed row has through its file. */
    private static final List<String> LINEAGE = List.of("delivery_id", "authority_key", "period_key");

    /** Of several referrals of a child on one day the first counts ({@code kpis.md} 1.3, REF_RATE). */
    private static final String FIRST_COUNTS = "referral";

    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param columns those of the staging table */
    RowStatements(InForceRule rule, List<String> columns) {
        List<String> key = columnsOf(rule.key());
        List<String> keyAndTieBreak = new ArrayList<>(key);
        keyAndTieBreak.addAll(columnsOf(rule.tieBreak()));
        List<String> keyAndChild = new ArrayList<>(key);
        if (!keyAndChild.contains("child_key")) {
            keyAndChild.add("child_key");
        }
        String year = rule.yearly()
                ? "(staged.period_key / 100 + case when staged.period_key % 100 >= 4 then 1 else 0 end)"
                : "0";
        List<String> withLineage = new ArrayList<>(LINEAGE);
        withLineage.addAll(columns);
        names.put("landed", read("landed.sql").stripTrailing());
        names.put("entity", rule.entity());
        names.put("landed_columns", each(columns, column -> "landed." + column, ", "));
        names.put("columns", String.join(", ", withLineage));
        names.put("staged_columns", each(withLineage, column -> "staged." + column, ", "));
        names.put("content_columns", each(withLineage, column -> "content." + column, ", "));
        names.put("chosen_columns", each(withLineage, column -> "chosen." + column, ", "));
        names.put("key", "staged.authority_key, " + year + ", " + each(key, column -> "staged." + column, ", "));
        names.put(
                "key_and_tie_break",
                "staged.authority_key, " + year + ", " + each(keyAndTieBreak, column -> "staged." + column, ", "));
        names.put(
                "which_counts",
                rule.entity().equals(FIRST_COUNTS)
                        ? "staged.file_id, staged.line"
                        : "staged.file_id desc, staged.line desc");
        names.put("staged_key", each(keyAndChild, column -> "staged." + column, ", "));
        names.put(
                "either_key",
                each(
                        keyAndChild,
                        column -> "coalesce(arrived." + column + ", expected." + column + ") as " + column,
                        ", "));
        names.put("touched_is_staged", each(key, column -> same("touched_key", "staged", column), " and "));
        names.put("chosen_is_staged", each(key, column -> same("chosen", "staged", column), " and "));
        names.put("chosen_is_touched", each(key, column -> same("chosen", "touched_key", column), " and "));
        names.put("year_of_arrival", year);
        names.put("year_of_held", year);
        names.put(
                "event_period",
                rule.eventDate().map(date -> periodOf("content." + date)).orElse("content.last_mention"));
        names.put(
                "is_covered",
                rule.eventDate()
                        .map(date -> "staged." + date + " between next_delivery.first_day and next_delivery.last_day")
                        .orElse("coalesce(staged.last_mentioned, next_delivery.period_before)"
                                + " between next_delivery.covers_from and next_delivery.added_period"));
    }

    /** The statement in {@code file}, with the names filled in. */
    Sql statement(String file) {
        String text = read(file);
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("${" + name.getKey() + "}", name.getValue());
        }
        return Sql.of(text);
    }

    private static List<String> columnsOf(List<String> layoutColumns) {
        return layoutColumns.stream()
                .map(column -> column.equals("child_id") ? "child_key" : column)
                .toList();
    }

    private static String each(List<String> columns, UnaryOperator<String> form, String between) {
        return columns.stream().map(form).collect(Collectors.joining(between));
    }

    /** A child key is always there and can be hashed; other parts of a key may be absent. */
    private static String same(String table, String other, String column) {
        String sign = column.equals("child_key") ? " = " : " is not distinct from ";
        return table + "." + column + sign + other + "." + column;
    }

    private static String periodOf(String date) {
        return "(extract(year from " + date + ") * 100 + extract(month from " + date + "))::integer";
    }

    static String read(String file) {
        try (InputStream in = RowStatements.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
