-- One row per child and month end with something open.
create view mart.child_month as
select
    authority.authority_code,
    child_month.period_key,
    child_month.child_key,
    child_month.age,
    coalesce(nullif(child_month.sex, 'not known'), 'not_recorded') as sex,
    coalesce(nullif(child_month.ethnicity, 'not known'), 'not_recorded') as ethnicity,
    child_month.is_looked_after,
    child_month.is_short_break,
    child_month.is_asylum_seeker,
    child_month.looked_after_since,
    coalesce(
        child_month.legal_status,
        case
            when child_month.is_looked_after or child_month.is_short_break then 'not_recorded'
            else 'not_applicable'
        end
    ) as legal_status,
    coalesce(
        child_month.need,
        case
            when child_month.is_looked_after or child_month.is_short_break then 'not_recorded'
            else 'not_applicable'
        end
    ) as need,
    coalesce(
        child_month.placement_type,
        case
            when child_month.is_looked_after or child_month.is_short_break then 'not_recorded'
            else 'not_applicable'
        end
    ) as placement_type,
    coalesce(
        child_month.placement_provider,
        case
            when child_month.is_looked_after or child_month.is_short_break then 'not_recorded'
            else 'not_applicable'
        end
    ) as placement_provider,
    child_month.placement_since,
    child_month.placements_12m,
    child_month.is_looked_after_30m,
    child_month.is_placement_24m,
    child_month.days_looked_after,
    child_month.is_in_need,
    coalesce(
        child_month.referral_need,
        case
            when child_month.is_in_need then 'not_recorded'
            else 'not_applicable'
        end
    ) as referral_need,
    child_month.is_on_cin_plan,
    child_month.is_on_protection_plan,
    child_month.is_protection_plan_2y,
    child_month.is_review_due,
    child_month.is_review_on_time,
    coalesce(
        child_month.protection_category,
        case
            when child_month.is_on_protection_plan then 'not_recorded'
            else 'not_applicable'
        end
    ) as protection_category,
    child_month.is_looked_after_12m,
    child_month.distance_miles,
    child_month.is_outside_authority,
    child_month.is_health_assessed,
    child_month.is_dental_checked,
    child_month.is_immunised,
    child_month.sdq_score,
    child_month.is_care_review_due,
    child_month.is_care_review_on_time,
    child_month.social_workers_12m
from core.fact_child_month as child_month
join core.authority as authority on child_month.authority_key = authority.authority_key;

comment on view mart.child_month is 'One row per child and month end with something open. What was open, and the position on that day. Stock: count rows of one month, never sum over months. Pseudonymous.';
comment on column mart.child_month.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.child_month.period_key is 'Month whose last day is meant, yyyymm; see mart.dim_period.';
comment on column mart.child_month.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.child_month.age is 'Age in whole years at the month end; absent when the date of birth is not known.';
comment on column mart.child_month.sex is 'Sex; code, see mart.dim_sex; not_recorded when not known.';
comment on column mart.child_month.ethnicity is 'Ethnicity; code, see mart.dim_ethnicity; not_recorded when not known.';
comment on column mart.child_month.is_looked_after is 'True when looked after at the month end.';
comment on column mart.child_month.is_short_break is 'True for a series of short breaks (legal status V3 or V4), which figures on looked after children leave out.';
comment on column mart.child_month.is_asylum_seeker is 'True for unaccompanied asylum-seeking children.';
comment on column mart.child_month.looked_after_since is 'First day of the period of care; absent when not looked after.';
comment on column mart.child_month.legal_status is 'Legal status; code, see mart.dim_legal_status; not_applicable for children who are not looked after, not_recorded when left blank.';
comment on column mart.child_month.need is 'Main reason why the child is looked after; code, see mart.dim_need; not_applicable for children who are not looked after, not_recorded when left blank.';
comment on column mart.child_month.placement_type is 'Kind of placement; code, see mart.dim_placement_type; not_applicable for children who are not looked after, not_recorded when left blank.';
comment on column mart.child_month.placement_provider is 'Kind of provider; code, see mart.dim_placement_provider; not_applicable for children who are not looked after, not_recorded when left blank.';
comment on column mart.child_month.placement_since is 'First day of the placement; absent when not looked after.';
comment on column mart.child_month.placements_12m is 'Number of placements in the 12 months to the month end, temporary ones left out; absent when not looked after.';
comment on column mart.child_month.is_looked_after_30m is 'True when looked after without a break for at least 30 months.';
comment on column mart.child_month.is_placement_24m is 'True when in the same placement for at least 24 months.';
comment on column mart.child_month.days_looked_after is 'Calendar days looked after so far; absent when not looked after.';
comment on column mart.child_month.is_in_need is 'True when a child in need case was open, looked after children and those on plans included.';
comment on column mart.child_month.referral_need is 'Category of need of the open case; code, see mart.dim_referral_need; not_applicable for children not in need, not_recorded when left blank.';
comment on column mart.child_month.is_on_cin_plan is 'True when on a child in need (CIN) plan.';
comment on column mart.child_month.is_on_protection_plan is 'True when on a child protection plan of this authority.';
comment on column mart.child_month.is_protection_plan_2y is 'True when that plan had lasted two years or more (over 729 days).';
comment on column mart.child_month.is_review_due is 'True when the plan had lasted three months or more, so that reviews are judged.';
comment on column mart.child_month.is_review_on_time is 'True when every review so far was held in time and none is overdue; judged only where is_review_due.';
comment on column mart.child_month.protection_category is 'Category of abuse of the plan; code, see mart.dim_abuse_category; not_applicable for children without a plan, not_recorded when left blank.';
comment on column mart.child_month.is_looked_after_12m is 'True when looked after without a break for at least 12 months.';
comment on column mart.child_month.distance_miles is 'Miles from home to the placement; absent where the file does not say.';
comment on column mart.child_month.is_outside_authority is 'True when the placement lies outside the authority; absent where the file does not say.';
comment on column mart.child_month.is_health_assessed is 'True when the health assessments due in the financial year were held; the return gives one answer for a year.';
comment on column mart.child_month.is_dental_checked is 'True when teeth were checked in the financial year.';
comment on column mart.child_month.is_immunised is 'True when immunisations were up to date in the financial year.';
comment on column mart.child_month.sdq_score is 'Score of the Strengths and Difficulties Questionnaire (SDQ) of the financial year, 0 to 40, high is worse; absent when none was returned.';
comment on column mart.child_month.is_care_review_due is 'True when looked after for 20 working days or more, so that reviews are judged.';
comment on column mart.child_month.is_care_review_on_time is 'True when every review held in the last 12 months was in time and none is overdue; judged only where is_care_review_due.';
comment on column mart.child_month.social_workers_12m is 'Different social workers in the 12 months to the month end; absent when not looked after.';
