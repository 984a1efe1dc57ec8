-- Holds these tables back and says why, once per file.
with held as (
    update ops.delivery_file
    set is_held = true
    from unnest(:deliveries, :layouts, :rows, :trusted, :periods)
        as table_held (delivery_id, layout, rows_read, trusted_rows, trusted_period)
    where
        delivery_file.delivery_id = table_held.delivery_id
        and delivery_file.layout = table_held.layout
        and delivery_file.state = 'landed'
    returning
        delivery_file.delivery_id,
        delivery_file.file_id,
        table_held.rows_read,
        table_held.trusted_rows,
        table_held.trusted_period
)

insert into quarantine.finding (delivery_id, file_id, rule_code, found, expected)
select
    held.delivery_id,
    held.file_id,
    'FILE_TRUNCATED',
    held.rows_read || ' rows',
    'about ' || held.trusted_rows || ' rows or more, as in the table of '
    || held.trusted_period / 100 || '-' || lpad((held.trusted_period % 100)::text, 2, '0')
from held
