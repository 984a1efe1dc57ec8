-- Figures of signed-off periods stay as they are shown, whatever the facts, the definition or the population now give.
insert into kpi.candidate_value (
    kpi_code,
    authority_key,
    period_key,
    basis,
    numerator,
    denominator,
    value,
    status,
    interval_low,
    interval_high,
    is_provisional,
    definition_version,
    coverage_percent
)
select
    shown.kpi_code,
    shown.authority_key,
    shown.period_key,
    shown.basis,
    shown.numerator,
    shown.denominator,
    shown.value,
    shown.status,
    shown.interval_low,
    shown.interval_high,
    shown.is_provisional,
    shown.definition_version,
    shown.coverage_percent
from kpi.sign_off as signed
inner join kpi.current_value as shown
    on shown.authority_key = signed.authority_key
    and shown.period_key = signed.period_key
where
    signed.reopened_at is null
    and signed.authority_key = any (:authorities)
on conflict (authority_key, period_key, kpi_code, basis) do update set
    numerator = excluded.numerator,
    denominator = excluded.denominator,
    value = excluded.value,
    status = excluded.status,
    interval_low = excluded.interval_low,
    interval_high = excluded.interval_high,
    is_provisional = excluded.is_provisional,
    definition_version = excluded.definition_version,
    coverage_percent = excluded.coverage_percent
