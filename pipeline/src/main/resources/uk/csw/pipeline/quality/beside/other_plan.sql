-- whether a plan of the other kind ran when the plan began, or runs
with one as (
    select checked.*
    from ${checked} as checked
),
met as (
    select
        one.file_id,
        one.line,
        bool_or(
            other.start_date <= one.start_date
            and one.start_date < coalesce(other.end_date, one.month_end + 1)
        ) as has_begun_in_other_plan,
        bool_or(other.end_date is null) as is_other_plan_open
    from one
    inner join checked_plan as other
        on other.return_no = one.return_no
        and other.child_key = one.child_key
        and other.plan_type <> one.plan_type
    group by one.file_id, one.line
)
select
    one.*,
    coalesce(met.has_begun_in_other_plan, false) as has_begun_in_other_plan,
    coalesce(met.is_other_plan_open, false) as is_other_plan_open
from one
left join met
    on met.file_id = one.file_id
    and met.line = one.line
