-- The median of one KPI over the rows of every window: medians of months cannot be put together, but how often each amount
-- occurs in them can. It lies between the two rows in the middle, or is the one in the middle.
insert into measure_median (kpi_code, authority_key, basis, period_key, denominator, median)
with event as (
    select
        authority_key,
        {month} as month_key,
        ({amount})::numeric as amount,
        count(*) as events
    from {rows}
    where
        authority_key = any (:authorities)
        and (authority_key, {month}) in (
            select
                authority_key,
                period_key
            from measure_month
            where counted_from = '{counted_from}'
        )
        and ({where})
        and ({amount}) is not null
    group by 1, 2, 3
),
amount_of_window as (
    select
        scope.plan_no,
        scope.authority_key,
        scope.period_key,
        event.amount,
        sum(event.events) as events
    from measure_plan as plan
    inner join measure_scope as scope on scope.plan_no = plan.plan_no
    cross join lateral generate_series(scope.first_index, scope.last_index) as reached (month_index)
    inner join core.dim_period as happened on happened.month_index = reached.month_index
    inner join event
        on event.authority_key = scope.authority_key
        and event.month_key = happened.period_key
    where plan.kpi_code = :kpi_code
    group by scope.plan_no, scope.authority_key, scope.period_key, event.amount
),
ranked as (
    select
        plan_no,
        authority_key,
        period_key,
        amount,
        sum(events) over (partition by plan_no, authority_key, period_key order by amount) as up_to,
        sum(events) over (partition by plan_no, authority_key, period_key) as events
    from amount_of_window
)
select
    plan.kpi_code,
    ranked.authority_key,
    plan.basis,
    ranked.period_key,
    max(ranked.events) as denominator,
    round(
        (
            min(ranked.amount) filter (where 2 * ranked.up_to >= ranked.events)
            + min(ranked.amount) filter (where 2 * ranked.up_to > ranked.events)
        ) / 2,
        6
    ) as median
from ranked
inner join measure_plan as plan on plan.plan_no = ranked.plan_no
group by plan.kpi_code, ranked.authority_key, plan.basis, ranked.period_key
