-- one finding per row of these files and check it fails: all checks of one table in one pass over its rows
with delivered as (
    select
        delivery_file.delivery_id,
        delivery_file.file_id,
        delivery_file.source,
        (make_date(delivery.period_key / 100, delivery.period_key % 100, 1) + interval '1 month -1 day')::date as month_end,
        make_date(delivery.period_key / 100 - case when delivery.period_key % 100 < 4 then 1 else 0 end, 4, 1) as year_start
    from ops.delivery
    join ops.delivery_file on delivery_file.delivery_id = delivery.delivery_id
    where delivery_file.file_id = any (:files)
),
checked as (
    select
        staged.*,
        delivered.delivery_id,
        delivered.source,
        delivered.month_end,
        delivered.year_start
    from staging.${entity} as staged
    join delivered on delivered.file_id = staged.file_id
    -- of the type of the column, so that each row is looked up in a hash table and not held against each file
    where staged.file_id = any (:files::integer[])
),
-- few rows fail: only for those is each check worked out by itself, with what was found
failing as materialized (
    select *
    from checked
    where ${any_fails}
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
cross join lateral (values ${results}) as result (check_no, is_failing, found)
join unnest(:codes, :columns, :expected) with ordinality as rule (rule_code, column_name, expected, check_no)
    on rule.check_no = result.check_no
where result.is_failing
