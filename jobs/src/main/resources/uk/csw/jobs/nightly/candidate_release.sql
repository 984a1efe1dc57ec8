-- The release of this night, made when there is none. (On conflict would use up a number each time.)
with made as (
    insert into ops.release (night_id, state, created_at)
    select
        :night,
        'candidate',
        :now
    where not exists (
        select release.release_id
        from ops.release as release
        where release.night_id = :night
    )
    returning release_id
)

select made.release_id
from made
union all
select release.release_id
from ops.release as release
where release.night_id = :night
