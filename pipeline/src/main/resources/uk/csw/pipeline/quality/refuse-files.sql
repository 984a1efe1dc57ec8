update ops.delivery_file
set state = 'refused'
where
    delivery_id = any (:deliveries)
    and state = 'registered'
