package uk.csw.pipeline.kpi;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that KPIs may be counted from: its table, the entity whose coverage decides for which months there are
 * figures, and the columns published to definitions. A test compares the columns with the tables.
 */
public enum CountedFact {
    /** Stock: one row per child and month end. */
    CHILD_MONTH(
            "core.fact_child_month",
            List.of("care_episode", "person", "asylum_seeker"),
            Map.ofEntries(
                    entry("placement_group", ColumnType.TEXT),
                    entry("period_key", ColumnType.NUMBER),
                    entry("age", ColumnType.NUMBER),
                    entry("sex", ColumnType.TEXT),
                    entry("ethnicity", ColumnType.TEXT),
                    entry("is_looked_after", ColumnType.FLAG),
                    entry("is_short_break", ColumnType.FLAG),
                    entry("is_asylum_seeker", ColumnType.FLAG),
                    entry("looked_after_since", ColumnType.DATE),
                    entry("legal_status", ColumnType.TEXT),
                    entry("need", ColumnType.TEXT),
                    entry("placement_type", ColumnType.TEXT),
                    entry("placement_provider", ColumnType.TEXT),
                    entry("placement_since", ColumnType.DATE),
                    entry("placements_12m", ColumnType.NUMBER),
                    entry("is_looked_after_30m", ColumnType.FLAG),
                    entry("is_placement_24m", ColumnType.FLAG),
                    entry("days_looked_after", ColumnType.NUMBER)),
            Map.of()),
    /** Events: one row per episode of care; starts and ends of care are flagged on it. */
    CARE_EPISODE(
            "core.fact_care_episode",
            List.of("care_episode", "person"),
            Map.ofEntries(
                    entry("start_date", ColumnType.DATE),
                    entry("end_date", ColumnType.DATE),
                    entry("is_presumed_ended", ColumnType.FLAG),
                    entry("new_episode_reason", ColumnType.TEXT),
                    entry("legal_status", ColumnType.TEXT),
                    entry("need", ColumnType.TEXT),
                    entry("placement_type", ColumnType.TEXT),
                    entry("placement_provider", ColumnType.TEXT),
                    entry("end_reason", ColumnType.TEXT),
                    entry("place_change_reason", ColumnType.TEXT),
                    entry("is_short_break", ColumnType.FLAG),
                    entry("is_care_start", ColumnType.FLAG),
                    entry("is_care_end", ColumnType.FLAG),
                    entry("previous_start_period", ColumnType.NUMBER),
                    entry("next_end_period", ColumnType.NUMBER),
                    entry("age_at_start", ColumnType.NUMBER),
                    entry("age_at_end", ColumnType.NUMBER)),
            Map.of("start_date", Occasion.FIRST, "end_date", Occasion.LAST)),
    /** Events: one row per care leaver and birthday. */
    CARE_LEAVER(
            "core.fact_care_leaver",
            List.of("care_leaver"),
            Map.of(
                    "birthday", ColumnType.DATE,
                    "age_at_birthday", ColumnType.NUMBER,
                    "in_touch", ColumnType.TEXT,
                    "activity", ColumnType.TEXT,
                    "accommodation", ColumnType.TEXT),
            Map.of("birthday", Occasion.EVERY));

    private final String table;
    private final List<String> entities;
    private final Map<String, ColumnType> columns;
    private final Map<String, Occasion> dates;

    CountedFact(String table, List<String> entities, Map<String, ColumnType> columns, Map<String, Occasion> dates) {
        this.table = table;
        this.entities = entities;
        this.columns = columns;
        this.dates = dates;
    }

    /** The word used in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CountedFact of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String table() {
        return table;
    }

    /** SQL for the rows with every published column, to stand after {@code from}. */
    String relation() {
        return this == CHILD_MONTH ? "(" + SqlTemplate.file("child_month.sql").text() + ") as child_month" : table;
    }

    /** The entity whose coverage decides for which months there are figures. */
    String entity() {
        return entities.get(0);
    }

    /** Every entity whose deliveries the fact is made of. */
    List<String> entities() {
        return entities;
    }

    /** The columns a definition may name, with their types. */
    Map<String, ColumnType> columns() {
        return columns;
    }

    /** A position at month end rather than events in a period. */
    boolean isStock() {
        return dates.isEmpty();
    }

    /** The columns that may place an event in a period; none for stock. */
    List<String> dateColumns() {
        return dates.keySet().stream().sorted().toList();
    }

    /** Whether the fact knows each child's {@code occasion} by the date in {@code dateColumn}. */
    boolean tells(Occasion occasion, String dateColumn) {
        return occasion == Occasion.EVERY || dates.get(dateColumn) == occasion;
    }

    /** SQL for the month (yyyymm) of a row; null where the row has no date. */
    String monthOf(Optional<String> dateColumn) {
        return dateColumn
                .map(date ->
                        "(extract(year from " + date + ")::integer * 100 + extract(month from " + date + ")::integer)")
                .orElse("period_key");
    }

    /** SQL for the month of the same child's event before this one, where only the first in a period counts. */
    String previousMonth(Occasion occasion) {
        return occasion == Occasion.FIRST ? "previous_start_period" : "null::integer";
    }

    /** SQL for the month of the same child's event after this one, where only the last in a period counts. */
    String nextMonth(Occasion occasion) {
        return occasion == Occasion.LAST ? "next_end_period" : "null::integer";
    }
}
