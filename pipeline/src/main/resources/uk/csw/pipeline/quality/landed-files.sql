-- One row per file of these deliveries that holds rows to be landed: what its parts say was read.
select
    delivery_file.file_id,
    delivery.authority_code || '/' || delivery.period_key / 100 || '-' || lpad((delivery.period_key % 100)::text, 2, '0')
    || '/' || delivery_file.file_name as path,
    delivery_file.entity,
    count(file_part.part_no) filter (where file_part.landed_at is null) as parts_open,
    coalesce(sum(file_part.rows_read), 0) as rows_read
from ops.delivery
inner join ops.delivery_file using (delivery_id)
left join ops.file_part using (file_id)
where
    delivery.delivery_id = any (:deliveries)
    and delivery.state <> 'refused'
    and delivery_file.state in ('registered', 'landed')
group by
    delivery_file.file_id,
    path,
    delivery_file.entity
order by delivery_file.file_id
