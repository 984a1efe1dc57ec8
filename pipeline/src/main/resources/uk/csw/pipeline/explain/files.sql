-- The files behind a figure: the newest landed file set per period and layout, and what is held back beside it.
-- A later delivery may correct an earlier month, so there is no upper end.
with landed as (
    select
        delivery_id,
        period_key,
        received_at,
        file_id,
        layout,
        file_name,
        is_held,
        rows_read,
        rows_staged,
        rows_quarantined,
        max(delivery_id) filter (where not is_held) over (partition by period_key, layout) as newest_id
    from kpi.delivered_file
    where
        authority_key = :authority
        and period_key >= :first_period
        and delivery_state = 'landed'
        and file_state = 'landed'
        and entity = any (:entities)
)
select
    delivery_id,
    period_key,
    file_id,
    layout,
    file_name,
    is_held,
    rows_read,
    rows_staged,
    rows_quarantined,
    received_at
from landed
where
    is_held
    or delivery_id = newest_id
order by period_key desc, layout, delivery_id desc, file_name
