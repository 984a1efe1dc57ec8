package uk.csw.pipeline.conform;

import java.util.List;

/** What is derived from the rows in force, and by which statements. */
final class Facts {
    /** Derived for each child whose rows changed, in the order in which they rest on one another. */
    static final List<Derived> DERIVED = List.of(
            new Derived("staging.described_child", "described_child.sql"),
            new Derived("core.dim_child", "child.sql"),
            new Derived("core.fact_care_episode", "care_episode.sql"),
            new Derived("core.fact_care_period", "care_period.sql"),
            new Derived("core.fact_placement", "placement.sql"),
            new Derived("core.fact_legal_status", "legal_status.sql"),
            new Derived("core.fact_care_leaver", "care_leaver.sql"),
            new Derived("core.fact_care_health", "care_health.sql"),
            new Derived("core.fact_care_review", "care_review.sql"),
            new Derived("core.fact_missing", "missing.sql"),
            new Derived("core.fact_care_span", "care_span.sql"),
            new Derived("core.fact_social_worker", "social_worker.sql"),
            new Derived("core.fact_adoption", "adoption.sql"),
            new Derived("core.fact_assessment", "assessment.sql", "referral_base"),
            new Derived("core.fact_assessment_factor", "assessment_factor.sql"),
            new Derived("core.fact_enquiry", "enquiry.sql"),
            new Derived("core.fact_plan", "plan.sql"),
            new Derived("core.fact_plan_review", "plan_review.sql"),
            new Derived("core.fact_referral", "referral.sql"),
            new Derived("core.fact_disability", "disability.sql"),
            new Derived("core.fact_contact", "contact.sql"),
            new Derived("core.fact_plan_visit", "plan_visit.sql"),
            new Derived("core.fact_return_interview", "return_interview.sql"),
            new Derived("core.fact_education_plan", "education_plan.sql"));
    /** Rows of month ends: derived last, and only for the months that can differ. */
    static final List<Derived> MONTHLY = List.of(
            new Derived("core.fact_assessment_month", "assessment_month.sql"),
            new Derived(
                    "core.fact_child_month",
                    "child_month.sql",
                    "care_month",
                    "care_review_state",
                    "care_review_month",
                    "social_worker_month",
                    "looked_after_month",
                    "need_month",
                    "plan_month"));

    /** The months in which each case, episode or plan is open, for those. */
    static final List<OpenMonths> OPEN_MONTHS = List.of(
            new OpenMonths("care_episode", "episode_no", "start_date", "end_date"),
            new OpenMonths("referral", "referral_no", "referral_date", "closure_date"),
            new OpenMonths("assessment", "assessment_no", "start_date", "end_date"),
            new OpenMonths("plan", "plan_no", "start_date", "end_date"));

    static final List<Whole> WHOLE = List.of(
            new Whole("core.fact_indicator", "indicator.sql", "indicator"),
            new Whole("core.fact_proceeding", "proceeding.sql", "proceeding"),
            new Whole("core.fact_foster_household", "foster_household.sql", "foster_household"),
            new Whole("core.fact_foster_household_month", "foster_household_month.sql", "foster_household"),
            new Whole("core.fact_adopter", "adopter.sql", "adopter"),
            new Whole("core.fact_early_help_month", "early_help_month.sql", "early_help"));

    private Facts() {}

    /** A small table of facts about no single child, written anew where deliveries of that entity changed. */
    record Whole(String table, String file, String entity) {}
}
