-- the plan that the review is of, by its number or, without one, by its start, and whether a child in need plan ran
with one as (
    select checked.*
    from ${checked} as checked
),
met as (
    select
        one.file_id,
        one.line,
        max(plan.start_date) filter (where plan.plan_ref = one.plan_ref) as start_date,
        (
            array_agg(plan.end_date order by plan.start_date desc) filter (
                where plan.plan_ref = one.plan_ref
                or one.plan_ref is null and plan.plan_type = 'cp' and plan.start_date = one.plan_start_date
            )
        )[1] as end_date,
        bool_or(
            plan.plan_type = 'cin'
            and one.review_date between plan.start_date and coalesce(plan.end_date, one.month_end)
        ) as is_in_help_plan
    from one
    inner join checked_plan as plan
        on plan.return_no = one.return_no
        and plan.child_key = one.child_key
    group by one.file_id, one.line
)
select
    one.*,
    coalesce(met.start_date, one.plan_start_date) as plan_began_date,
    met.end_date as plan_ended_date,
    coalesce(met.is_in_help_plan, false) as is_in_help_plan
from one
left join met
    on met.file_id = one.file_id
    and met.line = one.line
