update ops.delivery
set night_id = :night_id
where delivery_id = any (:deliveries)
