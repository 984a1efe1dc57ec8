package uk.csw.pipeline.kpi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.csw.pipeline.sqlcondition.ColumnType;

/**
 * A fact that KPIs may be counted from: its table, the columns published to definitions with the entities they are made
 * of, the entities that describe the child besides, and the dates that place an event in a period. A test compares the
 * columns with the tables.
 */
public enum CountedFact {
    /** Stock: one row per child and month end. */
    CHILD_MONTH(
            "core.fact_child_month",
            PublishedColumns.describing()
                    .texts("sex", "ethnicity")
                    .numbers("age", "period_key")
                    .from("care_episode")
                    .flags("is_looked_after", "is_short_break", "is_looked_after_12m", "is_looked_after_30m")
                    .flags("is_placement_24m")
                    .texts("legal_status", "need", "placement_type", "placement_group", "placement_provider")
                    .dates("looked_after_since", "placement_since")
                    .numbers("placements_12m", "days_looked_after")
                    .from("referral")
                    .flags("is_in_need")
                    .texts("referral_need")
                    .from("plan")
                    .flags("is_on_cin_plan", "is_on_protection_plan", "is_protection_plan_2y", "is_review_due")
                    .texts("protection_category")
                    .from("plan_review")
                    .flags("is_review_on_time")
                    .from("placement_distance")
                    .numbers("distance_miles")
                    .from("placement_area")
                    .flags("is_outside_authority")
                    .from("care_health")
                    .flags("is_health_assessed", "is_dental_checked", "is_immunised")
                    .numbers("sdq_score")
                    .from("care_review")
                    .flags("is_care_review_due", "is_care_review_on_time")
                    .from("social_worker_spell")
                    .numbers("social_workers_12m")
                    .from("asylum_seeker")
                    .flags("is_asylum_seeker"),
            List.of("person"),
            Map.of()),
    /** Events: one row per episode of care; starts and ends of care are flagged on it. */
    CARE_EPISODE(
            "core.fact_care_episode",
            PublishedColumns.describing()
                    .numbers("age_at_start", "age_at_end")
                    .from("care_episode")
                    .dates("start_date", "end_date")
                    .flags("is_presumed_ended", "is_short_break", "is_care_start", "is_care_end")
                    .texts("new_episode_reason", "legal_status", "need", "placement_type", "placement_provider")
                    .texts("end_reason", "place_change_reason")
                    .numbers("previous_start_period", "next_end_period"),
            List.of("person"),
            Map.of("start_date", Occasion.FIRST, "end_date", Occasion.LAST)),
    /** Events: the months of each span of days that a child was looked after, or missing or away meanwhile. */
    CARE_SPAN(
            "core.fact_care_span",
            PublishedColumns.describing()
                    .from("care_episode")
                    .flags("is_looked_after")
                    .dates("start_date", "end_date", "previous_end_date")
                    .from("missing_episode")
                    .flags("is_missing", "is_away"),
            List.of(),
            Map.of("present_on", Occasion.ANY)),
    /** Events: one row per child adopted, with the steps on the way. */
    ADOPTION(
            "core.fact_adoption",
            PublishedColumns.describing()
                    .numbers("age_at_adoption")
                    .from("care_episode")
                    .dates("adoption_date", "care_start_date", "placement_order_date", "placed_date")
                    .numbers("days_to_placement")
                    .from("adoption")
                    .dates("decision_date", "match_date")
                    .flags("is_placed_12m", "foster_carer_adopts")
                    .numbers("days_to_match", "adopter_count"),
            List.of("person"),
            Map.of("adoption_date", Occasion.EVERY)),
    /** Events: one row per care leaver and birthday. */
    CARE_LEAVER(
            "core.fact_care_leaver",
            PublishedColumns.describing()
                    .from("care_leaver")
                    .dates("birthday")
                    .numbers("age_at_birthday")
                    .texts("in_touch", "activity", "accommodation")
                    .from("care_episode")
                    .flags("is_foster_leaver_at_18"),
            List.of(),
            Map.of("birthday", Occasion.EVERY)),
    /** Events: one row per referral, with what followed it and how the case closed. */
    REFERRAL(
            "core.fact_referral",
            PublishedColumns.describing()
                    .numbers("age_at_referral")
                    .from("referral")
                    .dates("referral_date", "closure_date", "previous_referral_date")
                    .texts("referral_source", "need", "closure_reason", "team")
                    .flags("is_nfa", "is_presumed_closed", "is_impossible", "is_rereferral_12m")
                    .numbers("days_open")
                    .from("assessment")
                    .flags("has_assessment", "is_not_in_need")
                    .from("enquiry")
                    .flags("has_enquiry")
                    .from("plan")
                    .flags("has_protection_plan")
                    .from("care_episode")
                    .flags("was_looked_after"),
            List.of("person"),
            Map.of("referral_date", Occasion.EVERY, "closure_date", Occasion.EVERY)),
    /** Events: one row per assessment. */
    ASSESSMENT(
            "core.fact_assessment",
            PublishedColumns.describing()
                    .numbers("age_at_start")
                    .from("assessment")
                    .dates("start_date", "end_date")
                    .numbers("working_days")
                    .flags("is_presumed_ended", "is_impossible")
                    .texts("assessment_type", "team")
                    .from("referral")
                    .numbers("working_days_from_referral"),
            List.of("person"),
            Map.of("start_date", Occasion.EVERY, "end_date", Occasion.EVERY)),
    /** Stock: one row per assessment open at a month end. */
    ASSESSMENT_MONTH(
            "core.fact_assessment_month",
            PublishedColumns.describing()
                    .from("assessment")
                    .numbers("period_key", "working_days_open")
                    .dates("start_date"),
            List.of(),
            Map.of()),
    /** Events: one row per section 47 enquiry with its initial conference, or per conference of a child moving in. */
    ENQUIRY(
            "core.fact_enquiry",
            PublishedColumns.describing()
                    .numbers("age_at_start")
                    .from("enquiry")
                    .dates("start_date", "conference_date")
                    .flags("is_conference", "is_conference_required", "is_impossible")
                    .numbers("working_days_to_conference")
                    .from("referral")
                    .flags("is_transfer_in"),
            List.of("person"),
            Map.of("start_date", Occasion.EVERY, "conference_date", Occasion.EVERY)),
    /** Events: one row per child in need plan (plan_type cin) or child protection plan (cp). */
    PLAN(
            "core.fact_plan",
            PublishedColumns.describing()
                    .numbers("age_at_start")
                    .from("plan")
                    .dates("start_date", "end_date")
                    .texts("plan_type", "initial_category", "latest_category")
                    .flags("is_presumed_ended", "is_impossible", "is_other_authority", "is_repeat_ever")
                    .flags("is_repeat_24m")
                    .numbers("previous_plans", "days"),
            List.of("person"),
            Map.of("start_date", Occasion.EVERY, "end_date", Occasion.EVERY)),
    /** Events: one row per contact about a child, with whether a referral followed. */
    CONTACT(
            "core.fact_contact",
            PublishedColumns.describing()
                    .numbers("age_at_contact")
                    .from("contact")
                    .dates("contact_date")
                    .texts("contact_source")
                    .from("referral")
                    .flags("is_referred_3wd"),
            List.of("person"),
            Map.of("contact_date", Occasion.EVERY)),
    /** Stock: one row per family, or child without one, with early help open at a month end. */
    EARLY_HELP_MONTH(
            "core.fact_early_help_month",
            PublishedColumns.describing()
                    .from("early_help")
                    .numbers("period_key", "children", "months_open")
                    .dates("start_date"),
            List.of(),
            Map.of()),
    /** Events: one row per visit to a child on a protection plan. */
    PLAN_VISIT(
            "core.fact_plan_visit",
            PublishedColumns.describing()
                    .from("plan_visit")
                    .dates("visit_date")
                    .from("plan")
                    .numbers("working_days"),
            List.of(),
            Map.of("visit_date", Occasion.EVERY)),
    /** Events: one row per return of a child that was missing. */
    RETURN_INTERVIEW(
            "core.fact_return_interview",
            PublishedColumns.describing()
                    .numbers("age_at_return")
                    .from("return_interview")
                    .dates("missing_start_date", "return_date", "interview_date")
                    .flags("is_offered", "is_accepted", "is_in_72h"),
            List.of("person"),
            Map.of("return_date", Occasion.EVERY)),
    /** Events: one row per looked after child and school term. */
    EDUCATION_PLAN(
            "core.fact_education_plan",
            PublishedColumns.describing()
                    .numbers("age_at_term_end")
                    .from("education_plan")
                    .dates("term_end_date", "plan_date")
                    .flags("is_in_term"),
            List.of("person"),
            Map.of("term_end_date", Occasion.EVERY)),
    /** Events: one row per case of care or supervision proceedings. */
    PROCEEDING(
            "core.fact_proceeding",
            PublishedColumns.describing()
                    .from("proceeding")
                    .dates("application_date", "final_order_date")
                    .numbers("children", "days")
                    .flags("is_impossible"),
            List.of(),
            Map.of("application_date", Occasion.EVERY, "final_order_date", Occasion.EVERY)),
    /** Events: one row per fostering household. */
    FOSTER_HOUSEHOLD(
            "core.fact_foster_household",
            PublishedColumns.describing()
                    .from("foster_household")
                    .dates("approval_date", "deregistered_date")
                    .texts("household_type")
                    .numbers("carers")
                    .flags("is_own_agency", "is_presumed_ended"),
            List.of(),
            Map.of("approval_date", Occasion.EVERY, "deregistered_date", Occasion.EVERY)),
    /** Stock: one row per fostering household approved at a month end. */
    FOSTER_HOUSEHOLD_MONTH(
            "core.fact_foster_household_month",
            PublishedColumns.describing()
                    .from("foster_household")
                    .numbers("period_key", "carers")
                    .texts("household_type")
                    .flags("is_own_agency"),
            List.of(),
            Map.of()),
    /** Events: one row per household approved to adopt. */
    ADOPTER(
            "core.fact_adopter",
            PublishedColumns.describing().from("adopter").dates("approval_date").flags("is_own_agency"),
            List.of(),
            Map.of("approval_date", Occasion.EVERY)),
    /** No fact to count from: one row per figure that another service delivered, taken as it is. */
    INDICATOR(
            "core.fact_indicator",
            PublishedColumns.describing()
                    .from("indicator")
                    .numbers("numerator", "denominator", "value", "coverage_percent"),
            List.of(),
            Map.of());

    private final String table;
    private final PublishedColumns columns;
    private final List<String> describedBy;
    private final Map<String, Occasion> dates;

    CountedFact(String table, PublishedColumns columns, List<String> describedBy, Map<String, Occasion> dates) {
        this.table = table;
        this.columns = columns;
        this.describedBy = describedBy;
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

    /** Its name in core.changed_fact: the table without its schema. */
    String tableName() {
        return table.substring(table.indexOf('.') + 1);
    }

    /** The fact and the kind of date that places its rows in months, as the working table of months names them. */
    String countedFrom(Optional<String> dateColumn) {
        return tableName() + " " + dateColumn.orElse("");
    }

    /** SQL for the rows with every published column, to stand after {@code from}. */
    String relation() {
        return switch (this) {
            case CHILD_MONTH, CARE_SPAN ->
                "(" + SqlTemplate.file(word() + ".sql").text() + ") as " + word();
            default -> table;
        };
    }

    /** The entities that its columns are made of; a definition that says nothing else rests on the first. */
    List<String> entities() {
        return columns.entities();
    }

    /** The entities that describe the child besides; figures do not wait for them. */
    List<String> describedBy() {
        return describedBy;
    }

    /** The columns a definition may name, with their types. */
    Map<String, ColumnType> columns() {
        return columns.types();
    }

    /** The entity that each column is made of, where it is one of {@link #entities()}. */
    Map<String, String> entityByColumn() {
        return columns.entityByColumn();
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
        Occasion known = dates.get(dateColumn);
        return known == occasion || occasion == Occasion.EVERY && known != Occasion.ANY;
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
        return switch (occasion) {
            case FIRST -> "previous_start_period";
            case ANY -> "previous_period";
            case EVERY, LAST -> "null::integer";
        };
    }

    /** SQL for the month of the same child's event after this one, where only the last in a period counts. */
    String nextMonth(Occasion occasion) {
        return occasion == Occasion.LAST ? "next_end_period" : "null::integer";
    }
}
