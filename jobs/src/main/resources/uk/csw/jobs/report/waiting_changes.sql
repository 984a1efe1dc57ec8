-- One row: what the figures that wait to be published would change in those shown.
select
    count(*) filter (where shown.kpi_code is null) as added,
    count(*) filter (
        where (candidate.value, candidate.numerator, candidate.denominator, candidate.status)
            is distinct from (shown.value, shown.numerator, shown.denominator, shown.status)
            and shown.kpi_code is not null
    ) as changed,
    (select count(*) from kpi.candidate_gone) as gone
from kpi.candidate_value as candidate
left join kpi.current_value as shown
    on shown.authority_key = candidate.authority_key
    and shown.period_key = candidate.period_key
    and shown.kpi_code = candidate.kpi_code
    and shown.basis = candidate.basis
