-- Remembers by which targets the shown figures of the authorities judged were judged.
insert into kpi.judged_authority (authority_key, targets_version)
select
    authority_key,
    targets_version
from kpi.candidate_judged
on conflict (authority_key) do update set targets_version = excluded.targets_version
