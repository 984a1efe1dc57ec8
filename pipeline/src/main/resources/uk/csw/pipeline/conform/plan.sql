-- one row per child in need or protection plan in force, with what is known of earlier plans
with known as (
    select distinct on (plan.authority_key, plan.child_key, plan.plan_type, plan.start_date) -- one layout may repeat another
        plan.*
    from staging.in_force_plan as plan
    join touched_child
        on touched_child.authority_key = plan.authority_key
        and touched_child.child_key = plan.child_key
    order by
        plan.authority_key, plan.child_key, plan.plan_type, plan.start_date,
        coalesce(plan.last_mentioned, 999999) desc, plan.period_key desc, plan.layout
),
dated as (
    select
        plan.*,
        coalesce(plan.referral_date, numbered.referral_date, plan.start_date) as link_date,
        coalesce(plan.end_date, last_possible_day.last_day) as last_day,
        plan.end_date is null and last_possible_day.last_day is not null as is_presumed_ended,
        coalesce(plan.end_date < plan.start_date, false) as is_impossible
    from known as plan
    left join referral_base as numbered
        on numbered.authority_key = plan.authority_key
        and numbered.child_key = plan.child_key
        and numbered.referral_ref = plan.referral_ref
        and numbered.last_mentioned is not distinct from plan.last_mentioned
    left join last_possible_day
        on last_possible_day.authority_key = plan.authority_key
        and last_possible_day.layout = plan.layout
        and last_possible_day.period_key = plan.last_mentioned
),
with_history as (
    select
        dated.*,
        row_number() over (
            partition by authority_key, child_key
            order by start_date, plan_type
        ) as plan_no,
        min(start_date) over same_kind as first_start,
        max(end_date) filter (where not is_impossible) over (
            same_kind
            order by start_date
            range between unbounded preceding and interval '1 day' preceding
        ) as last_end_before
    from dated
    window same_kind as (partition by authority_key, child_key, plan_type)
)
insert into core.fact_plan (
    authority_key, child_key, plan_no, referral_no, plan_type, start_date, end_date, is_presumed_ended, is_impossible,
    is_other_authority, initial_category, latest_category, previous_plans, is_repeat_ever, is_repeat_24m, days,
    age_at_start, delivery_id, file_id, line
)
select
    plan.authority_key,
    plan.child_key,
    plan.plan_no,
    referral.referral_no,
    plan.plan_type,
    plan.start_date,
    plan.last_day as end_date,
    plan.is_presumed_ended,
    plan.is_impossible,
    coalesce(plan.is_other_authority, false) as is_other_authority,
    plan.initial_category,
    plan.latest_category,
    plan.previous_plans,
    coalesce(plan.previous_plans, 0) > 0 or plan.first_start < plan.start_date as is_repeat_ever,
    coalesce(plan.last_end_before >= plan.start_date - interval '24 months', false) as is_repeat_24m,
    case when not plan.is_impossible then plan.last_day - plan.start_date + 1 end as days,
    core.age_on(plan.start_date, born.birth_date) as age_at_start,
    plan.delivery_id,
    plan.file_id,
    plan.line
from with_history as plan
left join lateral (
    select base.referral_no
    from referral_base as base
    where base.authority_key = plan.authority_key
        and base.child_key = plan.child_key
        and base.referral_date <= plan.link_date
    order by base.referral_date desc
    limit 1
) as referral on true
left join staging.described_child as born
    on born.authority_key = plan.authority_key
    and born.child_key = plan.child_key
