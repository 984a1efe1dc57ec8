-- One row per part that is still to be landed, those of one file together.
select
    file_part.file_id,
    file_part.part_no,
    file_part.byte_to - file_part.byte_from as bytes
from ops.file_part
inner join ops.delivery_file using (file_id)
inner join ops.delivery using (delivery_id)
where
    delivery.delivery_id = any (:deliveries)
    and delivery.state = 'registered'
    and delivery_file.state = 'registered'
    and file_part.landed_at is null
order by
    file_part.file_id,
    file_part.part_no
