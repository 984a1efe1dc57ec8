update ops.delivery
set
    state = 'landed',
    loaded_at = to_timestamp(:now::bigint / 1000.0)
where
    delivery_id = any (:deliveries)
    and state = 'registered'
