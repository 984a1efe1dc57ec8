-- Authorities whose neighbours were measured: their comparison changes though their figures do not.
insert into kpi.candidate_authority (authority_key, is_measured)
-- distinct: an authority may have several measured neighbours
select distinct
    neighbour.authority_key,
    false as is_measured
from core.neighbour
inner join kpi.candidate_authority as measured on measured.authority_key = neighbour.neighbour_key
where
    neighbour.model = (select max(newest.model) from core.neighbour as newest)
    and exists (
        select 1
        from kpi.value
        where value.authority_key = neighbour.authority_key
    )
on conflict (authority_key) do nothing
