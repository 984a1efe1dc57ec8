-- The parts of held figures stay as they are shown. A figure whose parts are too old to be divided loses them as ever.
with measured as (
    delete from kpi.candidate_breakdown as part
    using kpi.held_figure as held
    where
        held.authority_key = any (:authorities)
        and held.authority_key = part.authority_key
        and held.period_key = part.period_key
        and held.kpi_code = part.kpi_code
        and held.basis = part.basis
    returning
        part.authority_key,
        part.period_key,
        part.kpi_code,
        part.basis
)
delete from kpi.candidate_divided as divided
using measured
where
    measured.authority_key = divided.authority_key
    and measured.period_key = divided.period_key
    and measured.kpi_code = divided.kpi_code
    and measured.basis = divided.basis
