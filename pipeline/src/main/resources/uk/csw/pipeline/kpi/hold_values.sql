-- Figures of signed-off periods stay as they are shown, whatever the facts, the definition or the population now give. One
-- that was not there when the period was signed off comes in.
with held as (
    select
        shown.authority_key,
        shown.period_key,
        shown.kpi_code,
        shown.basis
    from kpi.sign_off as signed
    inner join kpi.current_value as shown
        on shown.authority_key = signed.authority_key
        and shown.period_key = signed.period_key
    where
        signed.reopened_at is null
        and signed.authority_key = any (:authorities)
),
stays as (
    delete from kpi.candidate_gone as gone
    using held
    where
        held.authority_key = gone.authority_key
        and held.period_key = gone.period_key
        and held.kpi_code = gone.kpi_code
        and held.basis = gone.basis
)
delete from kpi.candidate_value as candidate
using held
where
    held.authority_key = candidate.authority_key
    and held.period_key = candidate.period_key
    and held.kpi_code = candidate.kpi_code
    and held.basis = candidate.basis
