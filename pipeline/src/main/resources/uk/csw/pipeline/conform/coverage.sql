-- one row per authority, entity and covered month, with the first month of its unbroken run
with covered as (
    select distinct -- deliveries of one year cover the same months again
        in_force_delivery.authority_key,
        in_force_delivery.entity,
        covered_month.period_key,
        covered_month.month_index
    from staging.in_force_delivery
    join core.dim_period as own_month on own_month.period_key = in_force_delivery.period_key
    join core.dim_period as covered_month
        on covered_month.month_index between in_force_delivery.coverage_from and own_month.month_index
    where in_force_delivery.authority_key = any (:authorities)
),
runs as (
    select
        authority_key,
        entity,
        period_key,
        month_index - row_number() over (partition by authority_key, entity order by month_index) as run
    from covered
)
insert into core.coverage (authority_key, entity, period_key, covered_from)
select
    authority_key,
    entity,
    period_key,
    min(period_key) over (partition by authority_key, entity, run) as covered_from
from runs
