-- One row per meter and state: what the deliveries of this night brought.
select
    'csw.deliveries' as meter,
    delivery.state,
    count(*) as amount
from ops.delivery as delivery
where delivery.night_id = :night
group by delivery.state
union all
select
    'csw.files',
    'held',
    count(*)
from ops.delivery_file as file
inner join ops.delivery as delivery
    on delivery.delivery_id = file.delivery_id
where delivery.night_id = :night
    and file.is_held
union all
select
    'csw.rows',
    counted.state,
    coalesce(sum(counted.amount), 0)
from ops.delivery_file as file
inner join ops.delivery as delivery
    on delivery.delivery_id = file.delivery_id
cross join lateral (
    values
        ('read', file.rows_read),
        ('staged', file.rows_staged),
        ('quarantined', file.rows_quarantined)
) as counted (state, amount)
where delivery.night_id = :night
group by counted.state
