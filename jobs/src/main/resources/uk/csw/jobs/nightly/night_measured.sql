-- One row per authority that this night measures though it delivers nothing in it, and likewise those of earlier nights
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

select distinct authority.authority_key -- two nights may name the same authority
from ops.night as night
cross join unnest(night.authorities) as authority (authority_key)
where night.night_id = :night
    or (night.state <> 'given_up' and night.night_id in (select nights_owed.night_id from nights_owed))
order by authority.authority_key
