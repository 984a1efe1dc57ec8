package uk.csw.pipeline.quality;

import java.util.Map;

/**
 * How rows of a child follow one another.
 *
 * @param start the column that begins a row
 * @param end the column that ends it
 * @param same what two rows must share besides the child
 * @param openUntil when a row without an end ends at last
 * @param order what they are ordered by before their start
 */
record Spell(String start, String end, String same, String openUntil, String order) {
    private static final String IN_CASE = ", checked.referral_ref, checked.referral_date";
    private static final Map<String, Spell> SPELLS = Map.of(
            "adoption_placement", between("placed_date", "ceased_date"),
            "assessment", between("start_date", "end_date").within(IN_CASE),
            "care_episode", between("start_date", "end_date"),
            "deprivation_of_liberty", between("start_date", "end_date"),
            "enquiry",
                    between("start_date", "conference_date")
                            .within(IN_CASE)
                            .openWhere("checked.is_conference_not_required is not true"),
            // by when a spell ended, as the published rule on overlaps orders them
            "missing_episode", between("start_date", "end_date").by("coalesce(checked.end_date, checked.start_date), "),
            "plan", between("start_date", "end_date").within(", checked.plan_type"),
            "referral", between("referral_date", "closure_date").openWhere("not checked.is_nfa"),
            "social_worker_spell", between("start_date", "end_date"));

    /** Whether rows of that table have a start and an end. */
    static boolean has(String entity) {
        return SPELLS.containsKey(entity);
    }

    /** How rows of that table follow one another; without a start or an end where they have none. */
    static Spell of(String entity) {
        return SPELLS.getOrDefault(entity, between("", ""));
    }

    private static Spell between(String start, String end) {
        return new Spell(start, end, "", "checked.month_end", "");
    }

    private Spell within(String columns) {
        return new Spell(start, end, columns, openUntil, order);
    }

    private Spell openWhere(String condition) {
        return new Spell(start, end, same, "case when " + condition + " then checked.month_end end", order);
    }

    private Spell by(String first) {
        return new Spell(start, end, same, openUntil, first);
    }
}
