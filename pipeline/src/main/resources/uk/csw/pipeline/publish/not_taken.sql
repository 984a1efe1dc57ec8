-- Delivered figures of the measured authorities that no definition takes: no such KPI, not on this basis, or not at this
-- month.
select
    count(*) over () as found,
    delivered.kpi_code || ' of authority ' || delivered.authority_key || ', ' || delivered.period_key || ' '
    || delivered.basis as words
from core.fact_indicator as delivered
inner join kpi.candidate_authority as measured on measured.authority_key = delivered.authority_key
left join kpi.next_value as candidate
    on candidate.authority_key = delivered.authority_key
    and candidate.period_key = delivered.period_key
    and candidate.kpi_code = delivered.kpi_code
    and candidate.basis = delivered.basis
where
    measured.is_measured
    and candidate.kpi_code is null
order by delivered.authority_key, delivered.kpi_code, delivered.period_key, delivered.basis
limit :cases
