-- The file as the newest delivery of this authority and period brought it.
select
    file.file_id,
    file.sha256
from ops.delivery_file as file
where
    file.file_name = :file
    and file.delivery_id = (
        select max(delivery_id)
        from ops.delivery
        where
            authority_code = :authority
            and period_key = :period
    )
