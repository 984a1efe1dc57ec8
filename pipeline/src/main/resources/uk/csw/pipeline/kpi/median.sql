-- The median of one KPI over the rows of every window: medians of months cannot be put together.
insert into measure_median (kpi_code, authority_key, basis, period_key, denominator, median)
with event as (
    select
        authority_key,
        {month} as month_key,
        ({amount})::numeric as amount
    from {rows}
    where
        authority_key = any (:authorities)
        and ({where})
        and ({amount}) is not null
)
select
    plan.kpi_code,
    event.authority_key,
    span.basis,
    span.period_key,
    count(*) as denominator,
    round((percentile_cont(0.5) within group (order by event.amount))::numeric, 6) as median
from event
inner join core.dim_period as happened on happened.period_key = event.month_key
inner join measure_window as span
    on happened.month_index between span.first_index and span.last_index
inner join measure_plan as plan
    on plan.basis = span.basis
    and plan.is_stock = span.is_stock
    and plan.year_ends = span.year_ends
    and plan.window_years = span.window_years
where plan.kpi_code = :kpi_code
group by plan.kpi_code, event.authority_key, span.basis, span.period_key
