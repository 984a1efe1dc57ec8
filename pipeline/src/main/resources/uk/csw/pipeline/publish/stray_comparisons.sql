-- Comparisons of measured authorities that stand beside no figure.
select
    count(*) over () as found,
    comparison.kpi_code || ' of authority ' || comparison.authority_key || ', ' || comparison.period_key || ' '
    || comparison.basis || ' beside ' || comparison.comparator as words
from kpi.candidate_comparison as comparison
inner join kpi.candidate_authority as measured on measured.authority_key = comparison.authority_key
left join kpi.next_value as candidate
    on candidate.kpi_code = comparison.kpi_code
    and candidate.basis = comparison.basis
    and candidate.authority_key = comparison.authority_key
    and candidate.period_key = comparison.period_key
where
    measured.is_measured
    and candidate.kpi_code is null
order by comparison.authority_key, comparison.kpi_code, comparison.period_key, comparison.basis
limit :cases
