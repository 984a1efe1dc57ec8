-- One row per session of a killed program that still has a transaction open. Only called by the holder of the night
-- lock, so no such session can belong to a living night.
select
    pid,
    pg_terminate_backend(pid) as asked_to_end
from pg_stat_activity
where datname = current_database()
    and pid <> pg_backend_pid()
    and application_name like 'csw night%'
    and backend_xid is not null
