-- One row per authority to be judged, with how many of its figures changed and itself, most first.
select
    judged.authority_key,
    1 + count(candidate.authority_key) as figures
from kpi.candidate_judged as judged
left join kpi.candidate_value as candidate on candidate.authority_key = judged.authority_key
group by judged.authority_key
order by figures desc, judged.authority_key
