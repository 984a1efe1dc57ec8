-- One row when the gate has judged this night.
select release_id
from ops.release
where night_id = :night
    and gate_report is not null
