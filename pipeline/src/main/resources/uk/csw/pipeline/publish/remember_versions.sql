-- Remembers what the shown figures were measured by and compared with.
insert into kpi.shown_authority (authority_key, measured_by, compared_with)
select
    authority_key,
    measured_by,
    compared_with
from kpi.candidate_authority
on conflict (authority_key) do update set
    measured_by = coalesce(excluded.measured_by, shown_authority.measured_by),
    compared_with = coalesce(excluded.compared_with, shown_authority.compared_with)
