-- All parts of the figures of which one differs.
insert into kpi.candidate_breakdown (
    kpi_code,
    authority_key,
    period_key,
    basis,
    breakdown,
    category,
    numerator,
    denominator,
    value,
    status
)
select
    divided.kpi_code,
    divided.authority_key,
    divided.period_key,
    divided.basis,
    part.breakdown,
    part.category,
    part.numerator,
    part.denominator,
    part.value,
    part.status
from kpi.candidate_divided as different
inner join measure_breakdown_window as divided
    on divided.authority_key = different.authority_key
    and divided.period_key = different.period_key
    and divided.kpi_code = different.kpi_code
    and divided.basis = different.basis
inner join measure_part as part on part.window_no = divided.window_no
where different.authority_key = any (:authorities)
