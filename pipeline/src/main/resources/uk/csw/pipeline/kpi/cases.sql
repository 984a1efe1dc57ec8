-- One row per row of the fact that counts above or below the line of one figure, chosen as tally.sql and median.sql do.
with listed as (
    select
        {key} as case_key,
        array[{dates}]::date[] as dates,
        ({above}) is true as is_above,
        ({below}) is true as is_below,
        ({amount})::numeric as amount,
        {file_id} as file_id,
        {line} as line
    from {rows}
    where
        authority_key = :authority
        and {month} between :first and :last
        and ({previous} is null or {previous} < :first)
        and ({next} is null or {next} > :last)
)

select
    listed.case_key,
    listed.dates,
    listed.is_above,
    listed.is_below,
    listed.amount,
    file.delivery_id,
    file.file_name,
    listed.line
from listed
left join kpi.delivered_file as file on file.file_id = listed.file_id
where
    listed.is_above
    or listed.is_below
order by
    listed.dates,
    listed.case_key,
    listed.line
