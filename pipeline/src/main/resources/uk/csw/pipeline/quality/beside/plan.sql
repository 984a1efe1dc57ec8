-- when the plan began that the review is of, by its number or, without one, as the review says
select
    checked.*,
    coalesce(numbered.start_date, checked.plan_start_date) as plan_began_date
from ${checked} as checked
left join (
    select
        file.return_no,
        plan.child_key,
        plan.plan_ref,
        max(plan.start_date) as start_date
    from staging.plan
    inner join checked_file as file on file.file_id = plan.file_id
    where
        plan.file_id = any (:plan_files::integer[])
        and plan.plan_ref is not null
    group by file.return_no, plan.child_key, plan.plan_ref
) as numbered
    on numbered.return_no = checked.return_no
    and numbered.child_key = checked.child_key
    and numbered.plan_ref = checked.plan_ref
