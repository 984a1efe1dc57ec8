package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;

/**
 * Notes in {@code core.changed_fact} the months in which rows of a fact came, went or changed, so that what is counted of
 * other months need not be counted again. What a row had is kept aside when it is deleted, and set against what was
 * derived: a delivery touches the whole history of a child, and changes little of it.
 */
public final class ChangedMonths {
    /** Says where a row came from, and not what it is. */
    private static final List<String> LINEAGE = List.of("delivery_id", "file_id", "line");

    private static final String MONTH_OF = "(extract(year from {date}) * 100 + extract(month from {date}))::integer";

    /** The facts that figures are counted from, and the dates that place their rows in a month; none for positions. */
    private static final Map<String, List<String>> DATES = Map.ofEntries(
            Map.entry("core.fact_care_episode", List.of("start_date", "end_date")),
            Map.entry("core.fact_care_span", List.of("present_on")),
            Map.entry("core.fact_adoption", List.of("adoption_date")),
            Map.entry("core.fact_care_leaver", List.of("birthday")),
            Map.entry("core.fact_referral", List.of("referral_date", "closure_date")),
            Map.entry("core.fact_assessment", List.of("start_date", "end_date")),
            Map.entry("core.fact_enquiry", List.of("start_date", "conference_date")),
            Map.entry("core.fact_plan", List.of("start_date", "end_date")),
            Map.entry("core.fact_contact", List.of("contact_date")),
            Map.entry("core.fact_plan_visit", List.of("visit_date")),
            Map.entry("core.fact_return_interview", List.of("return_date")),
            Map.entry("core.fact_education_plan", List.of("term_end_date")),
            Map.entry("core.fact_proceeding", List.of("application_date", "final_order_date")),
            Map.entry("core.fact_foster_household", List.of("approval_date", "deregistered_date")),
            Map.entry("core.fact_adopter", List.of("approval_date")),
            Map.entry("core.fact_child_month", List.of()),
            Map.entry("core.fact_assessment_month", List.of()),
            Map.entry("core.fact_foster_household_month", List.of()),
            Map.entry("core.fact_early_help_month", List.of()),
            Map.entry("core.fact_indicator", List.of()));

    /** A span that only ends on another day has changed in none of the months that it had before. */
    private static final String SPAN_MONTHS_ALIKE = """
            group by
                dated.dated_by,
                differing.authority_key,
                differing.child_key,
                differing.is_looked_after,
                differing.is_missing,
                differing.is_away,
                differing.start_date,
                differing.previous_end_date,
                dated.period_key
            having sum(differing.side) <> 0
            """;

    private ChangedMonths() {}

    /** Whether figures are counted from it. */
    static boolean areNotedOf(String table) {
        return DATES.containsKey(table);
    }

    /** The facts with the dates by which their months are noted; none for positions, which are noted by their month. */
    public static Map<String, List<String>> dates() {
        return DATES;
    }

    /**
     * Notes the months that differ between what was kept aside of a fact and what was derived.
     *
     * @param derived SQL for the rows that stand in their place, to follow {@code from}
     */
    static void note(Connection connection, String table, String derived) throws SQLException {
        String name = Differences.nameOf(table);
        Sql.file(ChangedMonths.class, "changed_fact.sql")
                .filled("name", name)
                .filled("columns", String.join(", ", columns(connection, name)))
                .filled("derived", derived)
                .filled("dates", datesOf(table))
                .filled("months_alike", table.equals("core.fact_care_span") ? SPAN_MONTHS_ALIKE : "")
                .execute(connection);
    }

    private static List<String> columns(Connection connection, String name) throws SQLException {
        return Sql.of("""
                        select column_name
                        from information_schema.columns
                        where table_schema = 'core'
                            and table_name = :name
                            and column_name <> all (:lineage)
                        order by ordinal_position
                        """).with("name", name).with("lineage", LINEAGE).list(connection, row -> row.getString(1));
    }

    private static String datesOf(String table) {
        List<String> dates = DATES.getOrDefault(table, List.of());
        if (dates.isEmpty()) {
            return "values ('', period_key)";
        }
        if (table.equals("core.fact_care_span")) {
            return """
                    select 'present_on', covered.period_key
                    from core.coverage as covered
                    where covered.authority_key = differing.authority_key
                        and covered.entity = 'care_episode'
                        and covered.period_key between %s and coalesce(%s, 999912)""".formatted(monthOf("start_date"), monthOf("end_date"));
        }
        return dates.stream()
                .map(date -> "('" + date + "', " + monthOf(date) + ")")
                .collect(Collectors.joining(", ", "values ", ""));
    }

    private static String monthOf(String date) {
        return MONTH_OF.replace("{date}", "differing." + date);
    }
}
