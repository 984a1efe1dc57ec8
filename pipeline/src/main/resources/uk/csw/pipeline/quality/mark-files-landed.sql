update ops.delivery_file
set
    state = 'landed',
    rows_read = counted.rows_read,
    rows_staged = counted.rows_staged,
    rows_quarantined = counted.rows_quarantined,
    loaded_at = to_timestamp(:now::bigint / 1000.0)
from unnest(:files, :read, :staged, :quarantined) as counted (file_id, rows_read, rows_staged, rows_quarantined)
where
    delivery_file.file_id = counted.file_id
    and (
        delivery_file.state <> 'landed'
        or delivery_file.rows_read <> counted.rows_read
        or delivery_file.rows_staged <> counted.rows_staged
    )
