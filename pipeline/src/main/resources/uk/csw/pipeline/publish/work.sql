-- One row per authority measured, with how many figures it has that are new or different, most first.
select
    measured.authority_key,
    count(candidate.authority_key) as figures
from kpi.candidate_authority as measured
left join kpi.candidate_value as candidate on candidate.authority_key = measured.authority_key
where measured.is_measured
group by measured.authority_key
order by figures desc, measured.authority_key
