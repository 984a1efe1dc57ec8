-- Lets the nights that wait be published, when they are run again. One row for each.
with let_go as (
    update ops.night
    set state = 'to_publish'
    where state = 'waits'
    returning night_id
)

select let_go.night_id
from let_go
left join ops.release as release
    on release.night_id = let_go.night_id
    and release.state in ('published', 'refused')
where release.release_id is null
