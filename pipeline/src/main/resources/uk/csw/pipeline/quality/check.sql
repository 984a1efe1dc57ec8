-- one finding per row of these files and check it fails: all checks of one table in one pass over its rows
-- what could not be read is blank in staging, and was not blank in the file
with unreadable as materialized (
    select
        file_id,
        line,
        array_agg(column_name) as columns
    from quarantine.finding
    where
        delivery_id = any (:deliveries)
        and file_id = any (:files)
        and column_name is not null
    group by file_id, line
),
landed as (
    select
        staged.*,
        file.delivery_id,
        file.source,
        file.return_no,
        file.is_describing,
        file.is_telling_episodes,
        file.told_tables,
        file.month_end,
        file.year_start,
        unreadable.columns as unreadable
    from staging.${entity} as staged
    join checked_file as file on file.file_id = staged.file_id
    left join unreadable
        on unreadable.file_id = staged.file_id
        and unreadable.line = staged.line
    -- of the type of the column, so that each row is looked up in a hash table and not held against each file
    where staged.file_id = any (:files::integer[])
),
checked as (
    ${checked}
),
-- few rows fail or hold what could not be read: only for those is each check worked out by itself, with what was found
failing as materialized (
    select *
    from checked
    where
        unreadable is not null
        or ${any_fails}
)
insert into quarantine.finding (delivery_id, file_id, line, rule_code, column_name, found, expected)
select
    failing.delivery_id,
    failing.file_id,
    failing.line,
    rule.rule_code,
    rule.column_name,
    result.found,
    rule.expected
from failing
cross join lateral (values ${results}) as result (check_no, found)
join unnest(:codes, :columns, :expected) with ordinality as rule (rule_code, column_name, expected, check_no)
    on rule.check_no = result.check_no
-- worked out only where the check fails
where result.found is not null
