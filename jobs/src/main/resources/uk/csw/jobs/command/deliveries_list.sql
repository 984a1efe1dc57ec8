-- One row per file of a delivery, newest delivery first; a delivery without files has one row.
select
    delivery.delivery_id,
    delivery.authority_code,
    delivery.period_key,
    coalesce(file.file_name, '-') as file_name,
    coalesce(file.layout, '-') as layout,
    case
        when file.is_held then 'held'
        else coalesce(file.state, delivery.state)
    end as state,
    coalesce(file.rows_read, 0) as rows_read,
    coalesce(file.rows_staged, 0) as rows_staged,
    coalesce(file.rows_quarantined, 0) as rows_quarantined,
    to_char(delivery.received_at, 'YYYY-MM-DD HH24:MI') as received_at
from ops.delivery as delivery
left join ops.delivery_file as file
    on file.delivery_id = delivery.delivery_id
where (:authority::text is null or delivery.authority_code = :authority)
    and (:period::integer is null or delivery.period_key = :period)
order by delivery.delivery_id desc, file.file_name
limit :most
