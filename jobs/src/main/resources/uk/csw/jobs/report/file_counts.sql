-- One row per file of these nights that was read; every file, or only those that somebody should look at.
select
    delivery.authority_code,
    delivery.period_key,
    file.file_name,
    coalesce(file.layout, '-') as layout,
    case
        when file.is_held then 'held back'
        else file.state
    end as state,
    file.rows_read,
    file.rows_staged,
    file.rows_quarantined
from ops.delivery_file as file
inner join ops.delivery as delivery
    on delivery.delivery_id = file.delivery_id
where delivery.night_id = any (:nights::text[])
    and file.state <> 'ignored'
    and (:every or file.is_held or file.state = 'refused' or file.rows_quarantined > 0)
order by
    delivery.authority_code,
    delivery.period_key,
    file.file_name
limit :most
