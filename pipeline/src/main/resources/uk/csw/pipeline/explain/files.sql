-- The files behind a figure: the newest landed file set per period and layout, and what is held back beside it.
-- A later delivery may correct an earlier month, so there is no upper end.
with landed as (
    select
        delivery.delivery_id,
        delivery.period_key,
        delivery.received_at,
        file.file_id,
        file.layout,
        file.file_name,
        file.is_held,
        file.rows_read,
        file.rows_staged,
        file.rows_quarantined,
        max(delivery.delivery_id) filter (where not file.is_held)
            over (partition by delivery.period_key, file.layout) as newest_id
    from ops.delivery
    inner join ops.delivery_file as file on file.delivery_id = delivery.delivery_id
    where
        delivery.authority_key = :authority
        and delivery.period_key >= :first_period
        and delivery.state = 'landed'
        and file.state = 'landed'
        and file.entity = any (:entities)
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
