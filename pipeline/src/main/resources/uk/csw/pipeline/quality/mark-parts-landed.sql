update ops.file_part
set
    rows_read = counted.rows_read,
    rows_staged = counted.rows_staged,
    rows_quarantined = counted.rows_quarantined,
    landed_at = to_timestamp(:now::bigint / 1000.0)
from unnest(:files, :parts, :read, :staged, :quarantined)
    as counted (file_id, part_no, rows_read, rows_staged, rows_quarantined)
where
    file_part.file_id = counted.file_id
    and file_part.part_no = counted.part_no
