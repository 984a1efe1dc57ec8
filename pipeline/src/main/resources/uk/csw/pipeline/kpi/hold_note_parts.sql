-- Figures of signed-off periods that are the same, but whose parts the facts give differently from what is shown.
insert into kpi.held_figure (kpi_code, authority_key, period_key, basis, numerator, denominator, value, status)
with shown as (
    select
        part.authority_key,
        part.period_key,
        part.kpi_code,
        part.basis,
        part.breakdown,
        part.category,
        part.numerator,
        part.denominator,
        part.value,
        part.status
    from kpi.sign_off as signed
    inner join kpi.current_breakdown as part
        on part.authority_key = signed.authority_key
        and part.period_key = signed.period_key
    where
        signed.reopened_at is null
        and signed.authority_key = any (:authorities)
),
measured as (
    select
        part.authority_key,
        part.period_key,
        part.kpi_code,
        part.basis,
        part.breakdown,
        part.category,
        part.numerator,
        part.denominator,
        part.value,
        part.status
    from kpi.candidate_breakdown as part
    where (part.authority_key, part.period_key, part.kpi_code, part.basis) in (
        select
            shown.authority_key,
            shown.period_key,
            shown.kpi_code,
            shown.basis
        from shown
    )
),
different as (
    (
        table shown
        except
        table measured
    )
    union all
    (
        table measured
        except
        table shown
    )
)
select
    figure.kpi_code,
    figure.authority_key,
    figure.period_key,
    figure.basis,
    figure.numerator,
    figure.denominator,
    figure.value,
    figure.status
from kpi.current_value as figure
where
    (figure.authority_key, figure.period_key, figure.kpi_code, figure.basis) in (
        select
            different.authority_key,
            different.period_key,
            different.kpi_code,
            different.basis
        from different
    )
    -- figures whose parts are too old to be divided any more have none to be held
    and exists (
        select 1
        from measured
        where
            measured.authority_key = figure.authority_key
            and measured.period_key = figure.period_key
            and measured.kpi_code = figure.kpi_code
            and measured.basis = figure.basis
    )
on conflict (authority_key, period_key, kpi_code, basis) do nothing
