-- One row per delivery of these nights.
with authority_names as (
    select distinct on (authority_key)
        authority_key,
        authority_name
    from core.dim_authority
    order by authority_key, valid_to desc
)

select
    delivery.authority_code,
    coalesce(authority_names.authority_name, 'unknown authority') as authority_name,
    delivery.period_key,
    delivery.state,
    delivery.file_count,
    coalesce(sum(file.rows_read), 0) as rows_read,
    coalesce(sum(file.rows_staged), 0) as rows_staged,
    coalesce(sum(file.rows_quarantined), 0) as rows_quarantined,
    count(*) filter (where file.is_held) as files_held
from ops.delivery as delivery
left join ops.delivery_file as file
    on file.delivery_id = delivery.delivery_id
left join authority_names
    on authority_names.authority_key = delivery.authority_key
where delivery.night_id = any (:nights::text[])
group by
    delivery.delivery_id,
    authority_names.authority_name
order by
    delivery.authority_code,
    delivery.period_key,
    delivery.delivery_id
