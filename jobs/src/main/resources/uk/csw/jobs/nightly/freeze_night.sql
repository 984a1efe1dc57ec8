update ops.delivery
set night_id = :night
where delivery_id = any (:deliveries)
