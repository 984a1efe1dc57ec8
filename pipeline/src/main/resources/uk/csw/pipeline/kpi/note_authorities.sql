-- Notes that these authorities are measured for the release being built.
insert into kpi.candidate_authority (authority_key, is_measured)
-- distinct: a caller may name an authority twice
select distinct
    authority_key,
    true as is_measured
from unnest(:authorities::integer[]) as measured (authority_key)
on conflict (authority_key) do update set is_measured = true
