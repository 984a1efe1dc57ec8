-- One row per release that the gate let through and that waits to be published.
select release.release_id
from ops.night as night
inner join ops.release as release
    on release.night_id = night.night_id
where night.state = 'waits'
    and release.state = 'candidate'
    and release.gate_report is not null
