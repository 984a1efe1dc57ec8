-- The median of one KPI over the rows of every window: medians of months cannot be put together.
insert into measure_median (kpi_code, authority_key, basis, period_key, denominator, median)
with wanted as (
    select
        plan.kpi_code,
        plan.basis,
        scope.authority_key,
        scope.period_key,
        happened.period_key as month_key
    from measure_plan as plan
    inner join measure_scope as scope on scope.plan_no = plan.plan_no
    inner join core.dim_period as happened on happened.month_index between scope.first_index and scope.last_index
    where plan.kpi_code = :kpi_code
),
event as (
    select
        authority_key,
        {month} as month_key,
        ({amount})::numeric as amount
    from {rows}
    where
        authority_key in (select authority_key from wanted)
        and ({where})
        and ({amount}) is not null
)
select
    wanted.kpi_code,
    wanted.authority_key,
    wanted.basis,
    wanted.period_key,
    count(*) as denominator,
    round((percentile_cont(0.5) within group (order by event.amount))::numeric, 6) as median
from wanted
inner join event
    on event.authority_key = wanted.authority_key
    and event.month_key = wanted.month_key
group by wanted.kpi_code, wanted.authority_key, wanted.basis, wanted.period_key
