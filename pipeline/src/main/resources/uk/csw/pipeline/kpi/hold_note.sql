-- Figures of signed-off periods that the facts give differently from what is shown, or give no more.
insert into kpi.held_figure (kpi_code, authority_key, period_key, basis, numerator, denominator, value, status)
select
    shown.kpi_code,
    shown.authority_key,
    shown.period_key,
    shown.basis,
    measured.numerator,
    measured.denominator,
    measured.value,
    coalesce(measured.status, 'no_data') as status
from kpi.sign_off as signed
inner join kpi.current_value as shown
    on shown.authority_key = signed.authority_key
    and shown.period_key = signed.period_key
left join measure_value as measured
    on measured.authority_key = shown.authority_key
    and measured.period_key = shown.period_key
    and measured.kpi_code = shown.kpi_code
    and measured.basis = shown.basis
where
    signed.reopened_at is null
    and signed.authority_key = any (:authorities)
    and (measured.kpi_code is not null or shown.authority_key in (select authority_key from measure_whole))
    and (measured.numerator, measured.denominator, measured.value, measured.status)
        is distinct from (shown.numerator, shown.denominator, shown.value, shown.status)
