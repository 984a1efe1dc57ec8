-- Figures of signed-off periods that are the same, but whose parts the facts give differently from what is shown.
insert into kpi.held_figure (kpi_code, authority_key, period_key, basis, numerator, denominator, value, status)
select
    figure.kpi_code,
    figure.authority_key,
    figure.period_key,
    figure.basis,
    figure.numerator,
    figure.denominator,
    figure.value,
    figure.status
from kpi.sign_off as signed
inner join kpi.current_value as figure
    on figure.authority_key = signed.authority_key
    and figure.period_key = signed.period_key
inner join kpi.candidate_divided as different
    on different.authority_key = figure.authority_key
    and different.period_key = figure.period_key
    and different.kpi_code = figure.kpi_code
    and different.basis = figure.basis
where
    signed.reopened_at is null
    and signed.authority_key = any (:authorities)
    -- figures whose parts are too old to be divided any more have none to be held
    and exists (
        select 1
        from kpi.candidate_breakdown as measured
        where
            measured.authority_key = figure.authority_key
            and measured.period_key = figure.period_key
            and measured.kpi_code = figure.kpi_code
            and measured.basis = figure.basis
    )
    and exists (
        select 1
        from kpi.current_breakdown as shown
        where
            shown.authority_key = figure.authority_key
            and shown.period_key = figure.period_key
            and shown.kpi_code = figure.kpi_code
            and shown.basis = figure.basis
    )
on conflict (authority_key, period_key, kpi_code, basis) do nothing
