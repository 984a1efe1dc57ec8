package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;

/**
 * Keeps aside the rows that are derived again, and sets what was derived against them.
 *
 * <p>Finds, for each touched child, the first month in which one of its month-end rows can differ: most deliveries end what
 * is open or add what is new, and leave alone the years before. A month-end row is told by facts as they stood that day,
 * so a fact that ends on another day than before matters from the earlier of both days on, and any other difference from
 * the day it begins.
 */
final class Differences {
    /** The facts that month-end rows are made of. */
    private static final List<Fact> FACTS = List.of(
            new Fact("staging.described_child", "", "date '0001-01-01'", "null::date", "birth_date, sex, ethnicity"),
            new Fact(
                    "core.fact_care_episode",
                    "episode_no",
                    "row.start_date",
                    "row.end_date",
                    "start_date, care_period_no, new_episode_reason, legal_status, need, placement_type,"
                            + " placement_provider, place_key, is_short_break, distance_miles, is_outside_authority"),
            new Fact(
                    "core.fact_care_period",
                    "care_period_no",
                    "row.start_date",
                    "row.end_date",
                    "start_date, is_short_break"),
            new Fact(
                    "core.fact_placement",
                    "placement_no",
                    "row.start_date",
                    "row.end_date",
                    "start_date, care_period_no, placement_type, is_temporary, is_short_break"),
            new Fact("core.fact_care_review", "review_date", "row.review_date", "null::date", "care_period_no"),
            new Fact("core.fact_social_worker", "spell_no", "row.start_date", "row.end_date", "start_date, worker_no"),
            new Fact(
                    "core.fact_care_health",
                    "financial_year_end",
                    "make_date(row.financial_year_end - 1, 4, 1)",
                    "null::date",
                    "is_health_assessed, is_dental_checked, is_immunised, sdq_score"),
            new Fact(
                    "core.fact_assessment",
                    "assessment_no",
                    "row.start_date",
                    "row.end_date",
                    "start_date, is_impossible, assessment_type"),
            new Fact(
                    "core.fact_referral",
                    "referral_no",
                    "row.referral_date",
                    "row.closure_date",
                    "referral_date, need, is_nfa, is_impossible"),
            new Fact(
                    "core.fact_plan",
                    "plan_no",
                    "row.start_date",
                    "row.end_date",
                    "start_date, plan_type, is_impossible, is_other_authority, latest_category"),
            new Fact("core.fact_plan_review", "plan_no, review_date", "row.review_date", "null::date", "review_date"));

    private final Connection connection;

    Differences(Connection connection) {
        this.connection = connection;
    }

    /** An empty table for the months from which something differs. */
    void begin() throws SQLException {
        run("create temporary table difference (authority_key integer not null, child_key bigint not null,"
                + " since_index integer not null) on commit drop");
    }

    /** Deletes what the touched children had in a table, keeping aside what will be compared. */
    void forgetTouched(String table) throws SQLException {
        String delete = "delete from " + table + " as derived using touched_child"
                + " where derived.authority_key = touched_child.authority_key"
                + " and derived.child_key = touched_child.child_key";
        if (isKeptAside(table)) {
            keepAside(table, delete);
        } else {
            run(delete);
        }
    }

    /** Deletes the month-end rows that are derived again, because something of the child differs from then on. */
    void forgetMonths(String table) throws SQLException {
        keepAside(
                table,
                "delete from " + table + " as derived using child_since, core.dim_period as period"
                        + " where derived.authority_key = child_since.authority_key"
                        + " and derived.child_key = child_since.child_key"
                        + " and period.period_key = derived.period_key"
                        + " and period.month_index >= child_since.since_index");
    }

    /** Deletes all rows of these authorities. */
    void forgetAll(String table, Collection<Integer> authorities) throws SQLException {
        keepAside(table, "delete from " + table + " as derived" + areIn(authorities));
    }

    private static boolean isKeptAside(String table) {
        return ChangedMonths.areNotedOf(table) || !of(table).isEmpty();
    }

    private void keepAside(String table, String delete) throws SQLException {
        String held = "held_" + nameOf(table);
        run("create temporary table " + held + " (like " + table + ") on commit drop");
        run("with gone as (" + delete + " returning derived.*) insert into " + held + " select * from gone");
        run("analyze " + held);
    }

    /** The table without its schema. */
    static String nameOf(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    /** Compares what was derived for the touched children with what was kept aside of that table, and forgets that. */
    void find(String table) throws SQLException {
        for (Fact fact : of(table)) {
            Sql.file(Differences.class, "difference.sql")
                    .filled("table", fact.table())
                    .filled("name", fact.name())
                    .filled("numbers", fact.number().isEmpty() ? "" : ", " + fact.number())
                    .filled("held_begins", of("held", fact.begins()))
                    .filled("derived_begins", of("derived", fact.begins()))
                    .filled("held_ends", of("held", fact.ends()))
                    .filled("derived_ends", of("derived", fact.ends()))
                    .filled("held_content", each("held", fact.content()))
                    .filled("derived_content", each("derived", fact.content()))
                    .execute(connection);
        }
        if (isKeptAside(table)) {
            note(table, table + " join touched_child using (authority_key, child_key)");
        }
    }

    /** The same for month-end rows, which were derived into a table of their own. */
    void findMonths(String table) throws SQLException {
        note(table, derivedOf(table));
    }

    /** An empty table for the month-end rows derived. */
    String placeForMonths(String table) throws SQLException {
        run("create temporary table " + derivedOf(table) + " (like " + table + ") on commit drop");
        return derivedOf(table);
    }

    private static String derivedOf(String table) {
        return "derived_" + nameOf(table);
    }

    /** The same for all rows of these authorities. */
    void findAll(String table, Collection<Integer> authorities) throws SQLException {
        note(table, table + areIn(authorities));
    }

    private static String areIn(Collection<Integer> authorities) {
        return authorities.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", " where authority_key in (", ")"));
    }

    private void note(String table, String derived) throws SQLException {
        if (ChangedMonths.areNotedOf(table)) {
            ChangedMonths.note(connection, table, derived);
        }
        run("drop table held_" + nameOf(table));
    }

    /** Forgets what was found. */
    void end() throws SQLException {
        run("drop table difference");
    }

    private static List<Fact> of(String table) {
        return FACTS.stream().filter(fact -> fact.table().equals(table)).toList();
    }

    private void run(String statement) throws SQLException {
        Sql.of(statement).execute(connection);
    }

    private static String of(String side, String expression) {
        return expression.replace("row.", side + ".");
    }

    private static String each(String side, String columns) {
        return List.of(columns.split(", ")).stream()
                .map(column -> side + "." + column)
                .collect(Collectors.joining(", "));
    }

    /**
     * One fact.
     *
     * @param number columns that tell apart the rows of one child
     * @param begins the day from which a row matters; {@code row.} stands for the row
     * @param ends the day from which it no longer does, if known
     * @param content columns that month ends may show, however the row ends
     */
    private record Fact(String table, String number, String begins, String ends, String content) {
        String name() {
            return nameOf(table);
        }
    }
}
