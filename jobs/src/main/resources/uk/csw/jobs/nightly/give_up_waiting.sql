-- Gives up the nights that wait to be published but are not this one.
with given_up as (
    update ops.night
    set state = 'given_up'
    where state = 'waits'
        and night_id <> :night
    returning night_id
)

update ops.release as release
set state = 'refused',
    gate_report = 'Not published: what it was measured by changed before that.'
from given_up
where given_up.night_id = release.night_id
    and release.state = 'candidate'
