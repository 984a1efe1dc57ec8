-- The figures that are divided: positions, rolling years and years, of the newest month and of the quarter ends within a
-- year before it. Counted are those that are measured, and those of which no part is shown.
insert into measure_breakdown_window (
    window_no,
    kpi_code,
    authority_key,
    period_key,
    basis,
    status,
    is_stock,
    is_count,
    scale,
    minimum_denominator,
    first_index,
    last_index,
    is_counted
)
with period as materialized (
    -- kept apart, or each figure would be looked up in an index
    select
        period_key,
        month_index
    from core.dim_period
),
figure as (
    select
        candidate.kpi_code,
        candidate.authority_key,
        candidate.period_key,
        candidate.basis,
        candidate.status,
        period.month_index,
        max(period.month_index) over (partition by candidate.kpi_code, candidate.authority_key) as newest_index
    from kpi.next_value as candidate
    inner join period on period.period_key = candidate.period_key
    where
        candidate.kpi_code = any (:kpis::text[])
        and candidate.authority_key = any (:authorities)
        and candidate.basis in ('snapshot', 'r12', 'annual')
        and candidate.status in ('measured', 'too_few', 'immature')
)
select
    row_number() over () as window_no,
    figure.kpi_code,
    figure.authority_key,
    figure.period_key,
    figure.basis,
    figure.status,
    plan.is_stock,
    -- Nobody estimates the population of a category.
    plan.is_count or plan.unit = 'per_10000' as is_count,
    plan.scale,
    plan.minimum_denominator,
    span.first_index,
    span.last_index,
    (plan.plan_no, figure.authority_key, figure.period_key) in (
        select
            plan_no,
            authority_key,
            period_key
        from measure_scope
    )
    or not exists (
        select 1
        from kpi.current_breakdown as shown
        where
            shown.authority_key = figure.authority_key
            and shown.period_key = figure.period_key
            and shown.kpi_code = figure.kpi_code
            and shown.basis = figure.basis
    ) as is_counted
from figure
inner join measure_plan as plan
    on plan.kpi_code = figure.kpi_code
    and plan.basis = figure.basis
inner join measure_window as span
    on span.basis = plan.basis
    and span.is_stock = plan.is_stock
    and span.year_ends = plan.year_ends
    and span.window_years = plan.window_years
    and span.period_key = figure.period_key
where
    figure.month_index = figure.newest_index
    or (figure.month_index >= figure.newest_index - 12 and figure.period_key % 100 in (3, 6, 9, 12))
