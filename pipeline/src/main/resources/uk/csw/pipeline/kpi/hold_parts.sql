-- The parts of held figures stay as they are shown. A figure whose parts are too old to be divided loses them as ever.
with held as (
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.held_figure
    where authority_key = any (:authorities)
),
measured as (
    delete from kpi.candidate_breakdown as part
    using held
    where
        held.authority_key = part.authority_key
        and held.period_key = part.period_key
        and held.kpi_code = part.kpi_code
        and held.basis = part.basis
    returning
        part.authority_key,
        part.period_key,
        part.kpi_code,
        part.basis
)
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
    shown.kpi_code,
    shown.authority_key,
    shown.period_key,
    shown.basis,
    shown.breakdown,
    shown.category,
    shown.numerator,
    shown.denominator,
    shown.value,
    shown.status
from kpi.current_breakdown as shown
where (shown.authority_key, shown.period_key, shown.kpi_code, shown.basis) in (
    select
        measured.authority_key,
        measured.period_key,
        measured.kpi_code,
        measured.basis
    from measured
)
