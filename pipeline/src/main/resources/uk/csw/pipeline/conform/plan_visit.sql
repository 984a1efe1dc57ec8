-- one row per day on which a child on a protection plan was seen, with the working days since the visit before
with seen as (
    select distinct -- two visits of one day are one
        plan.authority_key,
        plan.child_key,
        plan.plan_no,
        plan.start_date,
        visit.visit_date
    from staging.in_force_plan_visit as visit
    join touched_child
        on touched_child.authority_key = visit.authority_key
        and touched_child.child_key = visit.child_key
    join core.fact_plan as plan
        on plan.authority_key = visit.authority_key
        and plan.child_key = visit.child_key
        and plan.plan_type = 'cp'
        and not plan.is_impossible
        and not plan.is_other_authority
        and visit.visit_date between plan.start_date and coalesce(plan.end_date, date '9999-12-31')
    where visit.is_seen is distinct from false
),
after as (
    select
        seen.*,
        lag(visit_date, 1, start_date) over (
            partition by authority_key, child_key, plan_no
            order by visit_date
        ) as previous_date
    from seen
)
insert into core.fact_plan_visit (authority_key, child_key, plan_no, visit_date, working_days)
select
    after.authority_key,
    after.child_key,
    after.plan_no,
    after.visit_date,
    coalesce(visited.working_day_number - previous.working_day_number, 0) as working_days
from after
left join core.dim_date as visited on visited.date = after.visit_date
left join core.dim_date as previous on previous.date = after.previous_date
