-- The release of this night, made when there is none.
with made as (
    insert into ops.release (night_id, state, created_at)
    values (:night, 'candidate', :now)
    on conflict (night_id) do nothing
    returning release_id
)

select made.release_id
from made
union all
select release.release_id
from ops.release as release
where release.night_id = :night
