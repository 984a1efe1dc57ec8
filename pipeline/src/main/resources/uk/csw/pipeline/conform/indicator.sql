-- one row per value another service delivered
insert into core.fact_indicator (
    authority_key, period_key, basis, kpi_code, numerator, denominator, value, coverage_percent,
    delivery_id, file_id, line
)
select distinct on (indicator.authority_key, period.period_key, indicator.basis, indicator.kpi_code) -- newest layout wins
    indicator.authority_key,
    period.period_key,
    indicator.basis,
    indicator.kpi_code,
    indicator.numerator,
    indicator.denominator,
    indicator.value,
    indicator.coverage_percent,
    indicator.delivery_id,
    indicator.file_id,
    indicator.line
from staging.in_force_indicator as indicator
join core.dim_period as period
    on indicator.indicator_period between period.month_start and period.month_end
where indicator.authority_key = any (:authorities)
    -- what is not over yet cannot be known; a check has said so
    and period.period_key <= (
        select max(delivered.period_key)
        from staging.in_force_delivery as delivered
        where delivered.authority_key = indicator.authority_key
            and delivered.entity = 'indicator'
    )
order by
    indicator.authority_key, period.period_key, indicator.basis, indicator.kpi_code,
    coalesce(indicator.last_mentioned, 999999) desc, indicator.period_key desc, indicator.layout,
    indicator.file_id desc, indicator.line desc
