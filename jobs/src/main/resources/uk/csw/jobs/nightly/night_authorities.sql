-- One row per authority that the release of this night covers: those of its deliveries, and those of earlier nights
-- whose release was refused and which no later release has covered.
with nights_owed as (
    select release.night_id
    from ops.release as release
    where release.state = 'refused'
        and release.release_id > (
            select coalesce(max(published.release_id), 0)
            from ops.release as published
            where published.state = 'published'
        )
)

select distinct authority_key -- an authority may have several deliveries in one night
from ops.delivery
where state <> 'refused'
    and (night_id = :night or night_id in (select nights_owed.night_id from nights_owed))
order by authority_key
