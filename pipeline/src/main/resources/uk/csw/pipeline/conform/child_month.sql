-- one row per child and covered month end with something open: care, a case, a plan
with asylum as (
    select
        authority_key,
        child_key,
        max(coalesce(ceased_date, date '9999-12-31')) as ceased_date
    from staging.in_force_asylum_seeker
    where authority_key = any (:authorities)
    group by authority_key, child_key
)
insert into ${table} (
    authority_key, period_key, child_key, age, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    looked_after_since, legal_status, need, placement_type, placement_provider, placement_since, placements_12m,
    is_looked_after_30m, is_placement_24m, days_looked_after, is_in_need, is_on_cin_plan, is_on_protection_plan,
    is_protection_plan_2y, is_review_due, is_review_on_time, referral_need, protection_category,
    is_looked_after_12m, distance_miles, is_outside_authority, is_health_assessed, is_dental_checked, is_immunised,
    sdq_score, is_care_review_due, is_care_review_on_time, social_workers_12m
)
select
    present.authority_key,
    present.period_key,
    present.child_key,
    core.age_on(period.month_end, born.birth_date) as age,
    coalesce(born.sex, 'not known') as sex,
    coalesce(born.ethnicity, 'not known') as ethnicity,
    coalesce(looked_after.is_looked_after, false) as is_looked_after,
    coalesce(looked_after.is_short_break, false) as is_short_break,
    coalesce(asylum.ceased_date > period.month_end, false) as is_asylum_seeker,
    looked_after.looked_after_since,
    looked_after.legal_status,
    looked_after.need,
    looked_after.placement_type,
    looked_after.placement_provider,
    looked_after.placement_since,
    looked_after.placements_12m,
    coalesce(looked_after.is_looked_after_30m, false) as is_looked_after_30m,
    coalesce(looked_after.is_placement_24m, false) as is_placement_24m,
    looked_after.days_looked_after,
    in_need.child_key is not null as is_in_need,
    coalesce(on_plan.is_on_cin_plan, false) as is_on_cin_plan,
    coalesce(on_plan.is_on_protection_plan, false) as is_on_protection_plan,
    coalesce(on_plan.is_protection_plan_2y, false) as is_protection_plan_2y,
    coalesce(on_plan.is_review_due, false) as is_review_due,
    coalesce(on_plan.is_review_on_time, false) as is_review_on_time,
    in_need.need as referral_need,
    on_plan.protection_category,
    coalesce(looked_after.is_looked_after_12m, false) as is_looked_after_12m,
    looked_after.distance_miles,
    looked_after.is_outside_authority,
    coalesce(looked_after.is_looked_after and health.is_health_assessed, false) as is_health_assessed,
    coalesce(looked_after.is_looked_after and health.is_dental_checked, false) as is_dental_checked,
    coalesce(looked_after.is_looked_after and health.is_immunised, false) as is_immunised,
    case when looked_after.is_looked_after then health.sdq_score end as sdq_score,
    coalesce(looked_after.is_review_due, false) as is_care_review_due,
    coalesce(looked_after.is_review_on_time, false) as is_care_review_on_time,
    looked_after.social_workers_12m
from looked_after_month as looked_after
full join need_month as in_need using (authority_key, period_key, child_key)
full join plan_month as on_plan using (authority_key, period_key, child_key) as present
join core.dim_period as period on period.period_key = present.period_key
-- the return answers for a year: each of its months shows the year's answer
left join core.fact_care_health as health
    on health.authority_key = present.authority_key
    and health.child_key = present.child_key
    and health.financial_year_end = period.financial_year_end
left join asylum
    on asylum.authority_key = present.authority_key
    and asylum.child_key = present.child_key
left join staging.described_child as born
    on born.authority_key = present.authority_key
    and born.child_key = present.child_key
