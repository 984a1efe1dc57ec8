-- The figures measured that are new, or not as they are shown.
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
    measured.kpi_code,
    measured.authority_key,
    measured.period_key,
    measured.basis,
    measured.numerator,
    measured.denominator,
    measured.value,
    measured.status,
    measured.interval_low,
    measured.interval_high,
    measured.is_provisional,
    measured.definition_version,
    measured.coverage_percent
from measure_value as measured
left join kpi.current_value as shown
    on shown.authority_key = measured.authority_key
    and shown.period_key = measured.period_key
    and shown.kpi_code = measured.kpi_code
    and shown.basis = measured.basis
where
    shown.kpi_code is null
    or (
        measured.numerator,
        measured.denominator,
        measured.value,
        measured.status,
        measured.interval_low,
        measured.interval_high,
        measured.is_provisional,
        measured.definition_version,
        measured.coverage_percent
    ) is distinct from (
        shown.numerator,
        shown.denominator,
        shown.value,
        shown.status,
        shown.interval_low,
        shown.interval_high,
        shown.is_provisional,
        shown.definition_version,
        shown.coverage_percent
    )
