-- One row per authority to be compared, with how many of its figures changed and itself, most first.
select
    affected.authority_key,
    1 + count(candidate.authority_key) as figures
from kpi.candidate_authority as affected
left join kpi.candidate_change as candidate on candidate.authority_key = affected.authority_key
group by affected.authority_key
order by figures desc, affected.authority_key
