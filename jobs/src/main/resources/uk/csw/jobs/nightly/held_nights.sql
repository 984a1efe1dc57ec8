-- One row per night that is not to be run: it waits to be published, or was given up.
select night_id
from ops.night
where state <> 'to_publish'
