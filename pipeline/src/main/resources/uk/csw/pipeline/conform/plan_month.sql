-- one row per child and month end to derive with an open plan, and whether its reviews are on time
create temporary table plan_month on commit drop as
with open_plan as (
    select distinct -- a plan is open in many months
        authority_key,
        child_key,
        plan_no
    from plan_open
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
        join open_plan using (authority_key, child_key, plan_no)
        where plan_type = 'cp'
            and not is_impossible
        union all
        select authority_key, child_key, plan_no, review_date as step_date, 1 as step_no
        from core.fact_plan_review
        join open_plan using (authority_key, child_key, plan_no)
    ) as step
    window steps as (partition by authority_key, child_key, plan_no order by step_date, step_no)
),
review_state as (
    select
        review_steps.*,
        bool_or(is_late) over so_far as is_late_so_far
    from review_steps
    window so_far as (partition by authority_key, child_key, plan_no order by step_date, step_no)
)
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
from plan_open as month
join core.fact_plan as plan
    on plan.authority_key = month.authority_key
    and plan.child_key = month.child_key
    and plan.plan_no = month.plan_no
left join review_state
    on review_state.authority_key = plan.authority_key
    and review_state.child_key = plan.child_key
    and review_state.plan_no = plan.plan_no
    and review_state.step_date <= month.month_end
    and coalesce(review_state.next_step_date, date '9999-12-31') > month.month_end
where not plan.is_impossible
group by plan.authority_key, month.period_key, plan.child_key
