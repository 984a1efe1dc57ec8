-- the row of the child that began last in the return of the year before
select
    checked.*,
    -- unknown where there is no such return
    case when told.return_no is not null then last_year.child_key is not null end as is_in_last_year,
    ${last_year}
from ${checked} as checked
left join (
    select distinct return_no -- a return may hold several files of a table
    from checked_last_year
    where entity = '${entity}'
) as told on told.return_no = checked.return_no
left join (
    select distinct on (before.return_no, staged.child_key)
        before.return_no,
        staged.*
    from staging.${entity} as staged
    inner join checked_last_year as before on before.file_id = staged.file_id
    where staged.file_id = any (:last_year_files::integer[])
    order by before.return_no, staged.child_key, ${start} desc, staged.line desc
) as last_year
    on last_year.return_no = checked.return_no
    and last_year.child_key = checked.child_key
