-- One row per landed delivery and layout, in the order in which the guard walks them.
select
    delivery.delivery_id,
    delivery.authority_key,
    delivery.period_key,
    delivery_file.layout,
    sum(delivery_file.rows_read) as rows_read,
    bool_or(delivery_file.is_held) as is_held,
    exists (
        select 1
        from ops.guard_decision
        where
            guard_decision.delivery_id = delivery.delivery_id
            and guard_decision.layout = delivery_file.layout
    ) as is_accepted
from ops.delivery
inner join ops.delivery_file using (delivery_id)
where
    delivery.authority_key = any (:authorities)
    and delivery.state = 'landed'
    and delivery_file.state = 'landed'
    and delivery_file.layout is not null
group by
    delivery.delivery_id,
    delivery_file.layout
order by
    delivery.period_key,
    delivery.delivery_id
