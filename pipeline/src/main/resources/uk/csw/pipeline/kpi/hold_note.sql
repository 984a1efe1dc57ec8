-- Figures of signed-off periods that the facts give differently from what is shown, or give no more.
insert into kpi.held_figure (kpi_code, authority_key, period_key, basis, numerator, denominator, value, status)
select
    shown.kpi_code,
    shown.authority_key,
    shown.period_key,
    shown.basis,
    candidate.numerator,
    candidate.denominator,
    candidate.value,
    coalesce(candidate.status, 'no_data') as status
from kpi.sign_off as signed
inner join kpi.current_value as shown
    on shown.authority_key = signed.authority_key
    and shown.period_key = signed.period_key
left join kpi.candidate_value as candidate
    on candidate.authority_key = shown.authority_key
    and candidate.period_key = shown.period_key
    and candidate.kpi_code = shown.kpi_code
    and candidate.basis = shown.basis
where
    signed.reopened_at is null
    and signed.authority_key = any (:authorities)
    and (candidate.numerator, candidate.denominator, candidate.value, candidate.status)
        is distinct from (shown.numerator, shown.denominator, shown.value, shown.status)
