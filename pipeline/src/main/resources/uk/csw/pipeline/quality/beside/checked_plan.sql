-- the plans of the returns
create temporary table checked_plan as
select
    file.return_no,
    plan.child_key,
    plan.plan_ref,
    plan.plan_type,
    plan.start_date,
    plan.end_date
from staging.plan
inner join checked_file as file on file.file_id = plan.file_id
where plan.file_id = any (:plan_files::integer[])
