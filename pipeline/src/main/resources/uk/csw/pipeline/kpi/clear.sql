-- Forgets what an earlier attempt measured for these authorities, and notes that they are measured now.
with cleared as (
    delete from kpi.candidate_value
    where authority_key = any (:authorities)
)
insert into kpi.candidate_authority (authority_key, is_measured)
select
    authority_key,
    true as is_measured
-- distinct: a caller may name an authority twice
from (select distinct unnest(:authorities) as authority_key) as measured
on conflict (authority_key) do update set is_measured = true
