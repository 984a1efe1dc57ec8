-- The parts of one group that nobody has landed yet, with what is known of their files.
with header_ends as (
    select
        file_part.file_id,
        file_part.byte_from as header_to
    from ops.file_part
    where
        file_part.file_id = any (:files)
        and file_part.part_no = 1
)
select
    file_part.file_id,
    file_part.part_no,
    delivery.delivery_id,
    delivery.authority_code,
    delivery.period_key,
    delivery_file.file_name,
    delivery_file.layout,
    delivery_file.bytes as file_bytes,
    header_ends.header_to,
    file_part.byte_from,
    file_part.byte_to,
    file_part.first_line,
    file_part.checksum
from unnest(:files, :parts) as wanted (file_id, part_no)
inner join ops.file_part using (file_id, part_no)
inner join header_ends using (file_id)
inner join ops.delivery_file using (file_id)
inner join ops.delivery using (delivery_id)
where
    file_part.landed_at is null
    and delivery.state = 'registered'
order by
    file_part.file_id,
    file_part.part_no
for update of file_part
