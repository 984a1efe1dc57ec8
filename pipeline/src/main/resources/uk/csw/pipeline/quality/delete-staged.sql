delete from staging.${entity} as staged
where staged.file_id = any (array(
    select delivery_file.file_id
    from ops.delivery_file
    where delivery_file.delivery_id = any (:deliveries)
))
