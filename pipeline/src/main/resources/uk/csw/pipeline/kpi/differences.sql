-- The figures measured that are new, or not as they are shown, with their intervals, which follow from numerator and
-- denominator: Wilson's of a percentage, Byar's of a count or of what a rate counts.
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
with different as (
    select measured.*
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
            measured.is_provisional,
            measured.definition_version,
            measured.coverage_percent
        ) is distinct from (
            shown.numerator,
            shown.denominator,
            shown.value,
            shown.status,
            shown.is_provisional,
            shown.definition_version,
            shown.coverage_percent
        )
)
select
    different.kpi_code,
    different.authority_key,
    different.period_key,
    different.basis,
    different.numerator,
    different.denominator,
    different.value,
    different.status,
    case
        when different.status in ('not_applicable', 'not_available', 'no_data') then null
        when plan.unit = 'percent' then kpi.wilson_low(different.numerator, different.denominator)
        when plan.unit = 'per_10000' and different.denominator is not null
            then round(plan.scale * kpi.byar_low(different.numerator) / different.denominator, 6)
        when plan.is_count then kpi.byar_low(different.numerator)
    end as interval_low,
    case
        when different.status in ('not_applicable', 'not_available', 'no_data') then null
        when plan.unit = 'percent' then kpi.wilson_high(different.numerator, different.denominator)
        when plan.unit = 'per_10000' and different.denominator is not null
            then round(plan.scale * kpi.byar_high(different.numerator) / different.denominator, 6)
        when plan.is_count then kpi.byar_high(different.numerator)
    end as interval_high,
    different.is_provisional,
    different.definition_version,
    different.coverage_percent
from different
inner join measure_plan as plan
    on plan.kpi_code = different.kpi_code
    and plan.basis = different.basis
