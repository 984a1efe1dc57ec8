-- One row per night that has something to land or to publish and has done neither to the end, oldest first.
select delivery.night_id
from ops.delivery as delivery
left join ops.release as release
    on release.night_id = delivery.night_id
    and release.state in ('published', 'refused')
where delivery.night_id is not null
    and delivery.state <> 'refused'
    and release.release_id is null
group by delivery.night_id
order by min(delivery.delivery_id)
