-- One row per authority to be measured, with how many children live in it, most first.
select
    measured.authority_key,
    coalesce(max(population.children_0_17), 0) as children
from kpi.candidate_authority as measured
left join core.population on population.area_code = measured.authority_key::text
where measured.is_measured
group by measured.authority_key
order by children desc, measured.authority_key
