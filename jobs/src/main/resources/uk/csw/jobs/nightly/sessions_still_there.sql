select count(*)
from pg_stat_activity
where pid = any (:sessions)
    and backend_xid is not null
