package uk.csw.pipeline.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.csw.pipeline.layout.StagingTables;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.sqlcondition.ColumnType;

/**
 * What a check may look at beside its own row: other rows about the same child, of the same return or of the one of the
 * year before. Each is a statement
 * that adds columns to the rows checked, and runs only for tables with a check that names one of them. Later ones may
 * use the columns of earlier ones.
 */
enum Beside {
    /** How the return describes the child. */
    CHILD(
            adding().dates("child_birth_date", "child_death_date")
                    .texts("child_sex")
                    .flags("is_described")
                    .numbers("age_at_year_start", "age_at_month_end", "age_at_school_start", "child_rows"),
            List.of("person"),
            "checked_child"),
    /** Who else has the same unique pupil number. */
    UPN(adding().numbers("upn_rows").flags("has_upn"), List.of()),
    /** The rows of the child before and after. */
    SPELL(
            adding().dates("previous_start_date", "previous_end_date", "next_start_date", "covered_until_date")
                    .numbers("open_rows"),
            List.of()),
    /** The episodes of the child before and after, and how long they ran together. */
    EPISODE(
            adding().texts("previous_end_reason", "previous_legal_status", "previous_need", "previous_placement_type")
                    .texts("previous_place_change_reason", "next_new_episode_reason", "next_placement_type")
                    .texts("placement_type_before_previous")
                    .flags("is_postcode_before_previous", "is_same_placement", "has_home_postcode")
                    .flags("has_placement_postcode", "is_placed_at_home_postcode")
                    .numbers("age_at_start", "age_at_end", "respite_days", "holiday_placements", "legal_status_days"),
            List.of()),
    /** What the episodes say of the child's care. */
    CARE(
            adding().dates("care_start_date", "care_last_start_date", "care_end_date", "care_adoption_date")
                    .dates("care_placed_date", "care_placement_order_date")
                    .texts("care_end_reason")
                    .flags("has_episodes", "is_in_care", "is_in_care_all_year"),
            List.of("care_episode"),
            "checked_care"),
    /** What the other tables of a looked-after return tell of the child. */
    OTHER(
            adding().flags("is_adopted_by_carer", "has_decision", "has_leaver", "has_permanence", "has_social_worker")
                    .dates("placing_decided_date", "placing_ceased_date"),
            List.of("adoption", "adoption_placement", "care_leaver", "previous_permanence", "social_worker_spell"),
            "checked_other"),
    /** How the return of the year before described the child. */
    LAST_YEAR_PERSON(
            lastYear()
                    .dates("last_year_birth_date", "last_year_first_child_birth_date")
                    .texts("last_year_sex", "last_year_ethnicity")
                    .flags("last_year_is_mother", "is_upn_of_last_year"),
            List.of(),
            "checked_last_year"),
    /** The child's last episode in the return of the year before. */
    LAST_YEAR_EPISODE(
            lastYear()
                    .dates("last_year_start_date", "last_year_end_date")
                    .texts("last_year_new_episode_reason", "last_year_legal_status", "last_year_need")
                    .texts("last_year_placement_type", "last_year_placement_provider", "last_year_urn"),
            List.of(),
            "checked_last_year"),
    /** The child's last row of the table in the return of the year before. */
    LAST_YEAR_SPELL(lastYear().dates("last_year_start_date", "last_year_end_date"), List.of(), "checked_last_year"),
    /** The child's last social worker in the return of the year before. */
    LAST_YEAR_WORKER(
            lastYear().dates("last_year_start_date", "last_year_end_date").texts("last_year_change_reason"),
            List.of(),
            "checked_last_year"),
    /** The last decision on adoption in the return of the year before. */
    LAST_YEAR_DECISION(
            lastYear().dates("last_year_placed_date", "last_year_ceased_date").texts("last_year_ceased_reason"),
            List.of(),
            "checked_last_year"),
    /** What the return of the year before said of seeking asylum. */
    LAST_YEAR_ASYLUM(lastYear().dates("last_year_ceased_date"), List.of(), "checked_last_year"),
    /** The plan that a review is of, and a child in need plan beside it. */
    PLAN(
            adding().dates("plan_began_date", "plan_ended_date").flags("is_in_help_plan"),
            List.of("plan"),
            "checked_plan"),
    /** Plans of the other kind. */
    OTHER_PLAN(adding().flags("has_begun_in_other_plan", "is_other_plan_open"), List.of("plan"), "checked_plan"),
    /** Whether there was a conference on the day. */
    CONFERENCE(adding().flags("is_begun_at_conference"), List.of("enquiry", "referral")),
    /** The child's referrals. */
    CASES(
            adding().numbers("referrals", "referrals_acted_on", "open_referrals", "age_when_last_open"),
            List.of("referral")),
    /** How many factors are told of the assessment. */
    FACTORS(adding().numbers("factor_rows"), List.of("assessment_factor"), "checked_factor"),
    /** The other factors of the same assessment. */
    FACTOR(adding().numbers("assessment_factors", "same_factor_rows"), List.of()),
    /** How long it has been since the start. */
    WORKING_DAYS(adding().numbers("working_days_open"), List.of()),
    /** How long before the year it began. */
    BEFORE_YEAR(adding().numbers("working_days_before_year"), List.of()),
    /** What else is said of the child's disabilities. */
    DISABILITY(adding().numbers("code_rows").flags("has_none"), List.of()),
    /** The referral that the row belongs to. */
    CASE(
            adding().dates("case_referral_date", "case_closure_date", "case_conference_date")
                    .texts("case_closure_reason")
                    .flags("case_is_nfa"),
            List.of("referral"),
            "checked_case"),
    /** What followed the referral. */
    REFERRAL(
            adding().numbers("assessments", "open_assessments", "enquiries", "open_enquiries")
                    .numbers("cin_plans", "protection_plans", "open_referrals")
                    .dates("last_activity_date", "newest_referral_date")
                    .flags("factors_found"),
            List.of("assessment", "assessment_factor", "enquiry", "plan"));

    private static final String LAST_YEAR = "last_year_";

    private static final Set<String> IN_CARE = Set.of(
            "adoption",
            "adoption_placement",
            "asylum_seeker",
            "care_health",
            "care_leaver",
            "care_review",
            "deprivation_of_liberty",
            "missing_episode",
            "person",
            "previous_permanence",
            "social_worker_spell");
    private static final Set<String> IN_A_CASE = Set.of("assessment", "enquiry", "plan", "plan_review");
    private static final Map<String, List<Beside>> OF_ONE = Map.ofEntries(
            Map.entry("adoption_placement", List.of(LAST_YEAR_DECISION)),
            Map.entry("assessment", List.of(FACTORS, WORKING_DAYS)),
            Map.entry("assessment_factor", List.of(FACTOR)),
            Map.entry("asylum_seeker", List.of(LAST_YEAR_ASYLUM)),
            Map.entry("care_episode", List.of(LAST_YEAR_EPISODE)),
            Map.entry("deprivation_of_liberty", List.of(LAST_YEAR_SPELL)),
            Map.entry("disability", List.of(DISABILITY)),
            Map.entry("enquiry", List.of(WORKING_DAYS)),
            Map.entry("missing_episode", List.of(LAST_YEAR_SPELL)),
            Map.entry("person", List.of(UPN, CASES, LAST_YEAR_PERSON)),
            Map.entry("plan", List.of(OTHER_PLAN, CONFERENCE)),
            Map.entry("plan_review", List.of(PLAN)),
            Map.entry("referral", List.of(REFERRAL, BEFORE_YEAR)),
            Map.entry("social_worker_spell", List.of(LAST_YEAR_WORKER)));
    private static final Set<String> NOT_ABOUT_A_CHILD = Set.of("indicator", "foster_household", "adopter");

    private final Columns columns;
    private final List<String> entities;
    private final String table;

    Beside(Columns columns, List<String> entities) {
        this(columns, entities, "");
    }

    /**
     * @param entities the tables whose files it reads besides those checked
     * @param table a temporary table that it looks things up in, the same for all tables checked; empty for none
     */
    Beside(Columns columns, List<String> entities, String table) {
        this.columns = columns;
        this.entities = entities;
        this.table = table;
    }

    /** What rows of that table have beside them. */
    static List<Beside> of(String entity) {
        List<Beside> all = new ArrayList<>();
        if (NOT_ABOUT_A_CHILD.contains(entity)) {
            return all;
        }
        all.add(CHILD);
        if (Spell.has(entity)) {
            all.add(SPELL);
        }
        if (entity.equals("care_episode")) {
            all.add(EPISODE);
        }
        if (IN_CARE.contains(entity)) {
            all.add(CARE);
        }
        if (IN_CARE.contains(entity) || entity.equals("care_episode")) {
            all.add(OTHER);
        }
        if (IN_A_CASE.contains(entity)) {
            all.add(CASE);
        }
        all.addAll(OF_ONE.getOrDefault(entity, List.of()));
        return all;
    }

    /** Whether its statement names columns of {@code earlier}. */
    boolean needs(Beside earlier) {
        return this == EPISODE && earlier == CHILD;
    }

    /** The columns it adds. */
    Map<String, ColumnType> columns() {
        return columns.types;
    }

    /** The tables whose files it reads, besides those checked. */
    List<String> entities() {
        return entities;
    }

    /** The temporary table that it looks things up in; empty for none. */
    String table() {
        return table;
    }

    /** The statement that adds its columns to the rows of the relation {@code checked}. */
    String statement(String entity, String checked) {
        Sql file = Sql.file(Beside.class, "beside/" + file() + ".sql").filled("checked", checked);
        if (isLastYear()) {
            file = file.filled("entity", entity)
                    .filled("start", startOf(entity))
                    .filled("last_year", ofLastYear());
        }
        if (this == CHILD) {
            boolean says = StagingTables.known().types(entity).containsKey("birth_date");
            file = file.filled(
                    "birth_date", says ? "coalesce(checked.birth_date, described.birth_date)" : "described.birth_date");
        }
        if (this == SPELL) {
            Spell spell = Spell.of(entity);
            file = file.filled("start", spell.start())
                    .filled("end", spell.end())
                    .filled("open_until", spell.openUntil())
                    .filled("order", spell.order())
                    .filled("same", "checked.return_no, checked.child_key" + spell.same());
        }
        return file.text();
    }

    /** Whether it reads rows of the return of the year before. */
    boolean isLastYear() {
        return table.equals("checked_last_year");
    }

    private String file() {
        return isLastYear() ? "last_year" : name().toLowerCase(Locale.ROOT);
    }

    private static String startOf(String entity) {
        return Spell.has(entity) ? "staged." + Spell.of(entity).start() : "staged.line";
    }

    private String ofLastYear() {
        return columns().keySet().stream()
                .filter(column -> !column.equals("is_in_last_year"))
                .map(column -> column.startsWith(LAST_YEAR)
                        ? "last_year." + column.substring(LAST_YEAR.length()) + " as " + column
                        : "checked.upn = last_year.upn as " + column)
                .collect(Collectors.joining(", "));
    }

    private static Columns lastYear() {
        return adding().flags("is_in_last_year");
    }

    private static Columns adding() {
        return new Columns(Map.of());
    }

    private record Columns(Map<String, ColumnType> types) {
        Columns dates(String... names) {
            return with(ColumnType.DATE, names);
        }

        Columns texts(String... names) {
            return with(ColumnType.TEXT, names);
        }

        Columns numbers(String... names) {
            return with(ColumnType.NUMBER, names);
        }

        Columns flags(String... names) {
            return with(ColumnType.FLAG, names);
        }

        private Columns with(ColumnType type, String... names) {
            Map<String, ColumnType> more = new LinkedHashMap<>(types);
            for (String name : names) {
                more.put(name, type);
            }
            return new Columns(new TreeMap<>(more));
        }
    }
}
