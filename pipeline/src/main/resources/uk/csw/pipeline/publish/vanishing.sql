-- Figures shown now that the release would no longer have, per authority.
select
    count(*) over () as found,
    count(*) || ' figures of authority ' || shown.authority_key || ', ' || min(shown.period_key) || ' to '
    || max(shown.period_key) as words
from kpi.value as shown
inner join kpi.candidate_authority as measured on measured.authority_key = shown.authority_key
left join kpi.candidate_value as candidate
    on candidate.kpi_code = shown.kpi_code
    and candidate.basis = shown.basis
    and candidate.authority_key = shown.authority_key
    and candidate.period_key = shown.period_key
where
    measured.is_measured
    and shown.release_to is null
    and candidate.kpi_code is null
group by shown.authority_key
order by shown.authority_key
limit :cases
