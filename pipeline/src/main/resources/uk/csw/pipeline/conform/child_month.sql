-- one row per child and covered month end with something open: care, a case, a plan
with open_episode as (
    select distinct on (month.authority_key, month.period_key, episode.child_key) -- overlapping episodes: the latest counts
        month.authority_key,
        month.period_key,
        month.month_end,
        (month.month_end + 1 - interval '12 months')::date as window_start,
        (month.month_end - interval '24 months')::date as two_years_before,
        (month.month_end - interval '30 months')::date as thirty_months_before,
        episode.child_key,
        episode.care_period_no,
        episode.is_short_break,
        episode.legal_status,
        episode.need,
        episode.placement_type,
        episode.placement_provider
    from core.fact_care_episode as episode
    left join touched_child using (authority_key, child_key)
    join month_to_derive as month
        on month.authority_key = episode.authority_key
        and month.is_touched = (touched_child.child_key is not null)
        and month.entity = 'care_episode'
        and episode.start_date <= month.month_end
        and coalesce(episode.end_date, date '9999-12-31') > month.month_end
    where episode.authority_key = any (:authorities)
    order by
        month.authority_key, month.period_key, episode.child_key,
        episode.is_short_break, episode.start_date desc, episode.episode_no desc
),
placements as (
    select
        authority_key,
        child_key,
        care_period_no,
        placement_no,
        placement_type,
        start_date,
        coalesce(end_date, date '9999-12-31') as end_date,
        lag(start_date) over (partition by authority_key, child_key, care_period_no order by placement_no) as start_before
    from core.fact_placement
    where authority_key = any (:authorities)
        and not is_temporary
        and not is_short_break
),
stability as (
    select
        open_episode.authority_key,
        open_episode.period_key,
        open_episode.child_key,
        count(*) filter (
            where placements.end_date >= open_episode.window_start and placements.end_date > placements.start_date
        ) as placements_12m,
        -- the newest lasting placement: the one the child is in, or the one a temporary placement interrupts
        (array_agg(placements.start_date order by placements.placement_no desc) filter (
            where placements.care_period_no = open_episode.care_period_no
        ))[1] as placement_since,
        -- a child placed for adoption keeps the time in the placement before it
        (array_agg(
            placements.start_date <= open_episode.two_years_before
            or placements.placement_type in ('A3', 'A4', 'A5', 'A6')
            and coalesce(placements.start_before <= open_episode.two_years_before, false)
            order by placements.placement_no desc
        ) filter (
            where placements.care_period_no = open_episode.care_period_no
        ))[1] as is_placement_24m
    from open_episode
    join placements
        on placements.authority_key = open_episode.authority_key
        and placements.child_key = open_episode.child_key
        and placements.start_date <= open_episode.month_end
    group by open_episode.authority_key, open_episode.period_key, open_episode.child_key
),
asylum as (
    select
        authority_key,
        child_key,
        max(coalesce(ceased_date, date '9999-12-31')) as ceased_date
    from staging.in_force_asylum_seeker
    where authority_key = any (:authorities)
    group by authority_key, child_key
),
looked_after as (
    select
        open_episode.authority_key,
        open_episode.period_key,
        open_episode.child_key,
        not open_episode.is_short_break as is_looked_after,
        open_episode.is_short_break,
        care_period.start_date as looked_after_since,
        open_episode.legal_status,
        open_episode.need,
        open_episode.placement_type,
        open_episode.placement_provider,
        stability.placement_since,
        coalesce(stability.placements_12m, 0)::smallint as placements_12m,
        not open_episode.is_short_break
            and care_period.start_date <= open_episode.thirty_months_before as is_looked_after_30m,
        coalesce(stability.is_placement_24m, false) as is_placement_24m,
        open_episode.month_end - care_period.start_date as days_looked_after
    from open_episode
    join core.fact_care_period as care_period
        on care_period.authority_key = open_episode.authority_key
        and care_period.child_key = open_episode.child_key
        and care_period.care_period_no = open_episode.care_period_no
    left join stability
        on stability.authority_key = open_episode.authority_key
        and stability.period_key = open_episode.period_key
        and stability.child_key = open_episode.child_key
),
in_need as (
    select distinct on (month.authority_key, month.period_key, referral.child_key) -- two open cases: the newer counts
        month.authority_key,
        month.period_key,
        referral.child_key,
        referral.need
    from core.fact_referral as referral
    left join touched_child using (authority_key, child_key)
    join month_to_derive as month
        on month.authority_key = referral.authority_key
        and month.is_touched = (touched_child.child_key is not null)
        and month.entity = 'referral'
        and referral.referral_date <= month.month_end
        and coalesce(referral.closure_date, date '9999-12-31') > month.month_end
    where referral.authority_key = any (:authorities)
        and not referral.is_nfa
        and not referral.is_impossible
    order by
        month.authority_key, month.period_key, referral.child_key, referral.referral_date desc
),
review_steps as (
    select
        authority_key,
        child_key,
        plan_no,
        step_date,
        step_no,
        lead(step_date) over steps as next_step_date,
        (step_date + case when step_no = 0 then interval '3 months' else interval '6 months' end)::date as next_due,
        coalesce(
            step_date > lag(step_date) over steps
                + case when lag(step_no) over steps = 0 then interval '3 months' else interval '6 months' end,
            false
        ) as is_late
    from (
        select authority_key, child_key, plan_no, start_date as step_date, 0 as step_no
        from core.fact_plan
        where authority_key = any (:authorities)
            and plan_type = 'cp'
            and not is_impossible
        union all
        select authority_key, child_key, plan_no, review_date as step_date, 1 as step_no
        from core.fact_plan_review
        where authority_key = any (:authorities)
    ) as step
    window steps as (partition by authority_key, child_key, plan_no order by step_date, step_no)
),
review_state as (
    select
        review_steps.*,
        bool_or(is_late) over so_far as is_late_so_far
    from review_steps
    window so_far as (partition by authority_key, child_key, plan_no order by step_date, step_no)
),
on_plan as (
    select
        plan.authority_key,
        month.period_key,
        plan.child_key,
        bool_or(plan.plan_type = 'cin') as is_on_cin_plan,
        bool_or(plan.plan_type = 'cp' and not plan.is_other_authority) as is_on_protection_plan,
        bool_or(
            plan.plan_type = 'cp' and not plan.is_other_authority and month.month_end - plan.start_date + 1 > 729
        ) as is_protection_plan_2y,
        bool_or(
            plan.plan_type = 'cp'
            and not plan.is_other_authority
            and plan.start_date <= month.month_end - interval '3 months'
        ) as is_review_due,
        coalesce(bool_and(
            review_state.step_no > 0
            and not review_state.is_late_so_far
            and month.month_end <= review_state.next_due
        ) filter (
            where plan.plan_type = 'cp'
                and not plan.is_other_authority
                and plan.start_date <= month.month_end - interval '3 months'
        ), false) as is_review_on_time,
        max(plan.latest_category) filter (where plan.plan_type = 'cp') as protection_category
    from core.fact_plan as plan
    left join touched_child using (authority_key, child_key)
    join month_to_derive as month
        on month.authority_key = plan.authority_key
        and month.is_touched = (touched_child.child_key is not null)
        and month.entity = 'plan'
        and plan.start_date <= month.month_end
        and coalesce(plan.end_date, date '9999-12-31') > month.month_end
    left join review_state
        on review_state.authority_key = plan.authority_key
        and review_state.child_key = plan.child_key
        and review_state.plan_no = plan.plan_no
        and review_state.step_date <= month.month_end
        and coalesce(review_state.next_step_date, date '9999-12-31') > month.month_end
    where plan.authority_key = any (:authorities)
        and not plan.is_impossible
    group by plan.authority_key, month.period_key, plan.child_key
),
present as (
    select authority_key, period_key, child_key from looked_after
    union
    select authority_key, period_key, child_key from in_need
    union
    select authority_key, period_key, child_key from on_plan
)
insert into core.fact_child_month (
    authority_key, period_key, child_key, age, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    looked_after_since, legal_status, need, placement_type, placement_provider, placement_since, placements_12m,
    is_looked_after_30m, is_placement_24m, days_looked_after, is_in_need, is_on_cin_plan, is_on_protection_plan,
    is_protection_plan_2y, is_review_due, is_review_on_time, referral_need, protection_category
)
select
    present.authority_key,
    present.period_key,
    present.child_key,
    extract(year from age(period.month_end, born.birth_date))::smallint as age,
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
    on_plan.protection_category
from present
left join looked_after using (authority_key, period_key, child_key)
left join in_need using (authority_key, period_key, child_key)
left join on_plan using (authority_key, period_key, child_key)
join core.dim_period as period on period.period_key = present.period_key
left join asylum
    on asylum.authority_key = present.authority_key
    and asylum.child_key = present.child_key
left join staging.described_child as born
    on born.authority_key = present.authority_key
    and born.child_key = present.child_key
