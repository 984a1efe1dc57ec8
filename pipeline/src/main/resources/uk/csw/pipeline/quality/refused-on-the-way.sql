-- Deliveries that were refused after some of their files had been taken on for landing.
select delivery.delivery_id
from ops.delivery
where
    delivery.delivery_id = any (:deliveries)
    and delivery.state = 'refused'
    and exists (
        select 1
        from ops.delivery_file
        where
            delivery_file.delivery_id = delivery.delivery_id
            and delivery_file.state = 'registered'
    )
