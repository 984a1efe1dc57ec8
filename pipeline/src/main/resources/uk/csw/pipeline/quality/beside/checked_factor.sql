-- how many factors are told of each assessment, by its number and by its start
create temporary table checked_factor as
select
    file.return_no,
    told.child_key,
    named.assessment_name,
    count(*) as factor_rows
from staging.assessment_factor as told
inner join checked_file as file on file.file_id = told.file_id
cross join lateral (
    values
    (told.assessment_ref),
    (told.assessment_start_date::text)
) as named (assessment_name)
where
    told.file_id = any (:assessment_factor_files::integer[])
    and named.assessment_name is not null
group by file.return_no, told.child_key, named.assessment_name
