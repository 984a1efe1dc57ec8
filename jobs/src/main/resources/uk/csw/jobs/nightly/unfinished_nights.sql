-- One row per night that has something to land or to publish and has done neither to the end, oldest first. A night
-- without deliveries is begun only when all others are done, so it comes before those that are unfinished now.
with night as (
    select
        delivery.night_id,
        min(delivery.delivery_id) as place
    from ops.delivery as delivery
    where delivery.night_id is not null
        and delivery.state <> 'refused'
    group by delivery.night_id
    union all
    select
        again.night_id,
        0 as place
    from ops.night as again
    where again.state = 'to_publish'
        and not exists (
            select 1
            from ops.delivery as delivery
            where delivery.night_id = again.night_id
                and delivery.state <> 'refused'
        )
)

select night.night_id
from night
left join ops.release as release
    on release.night_id = night.night_id
    and release.state in ('published', 'refused')
where release.release_id is null
order by
    night.place,
    night.night_id
