-- The months of each fact that these figures are counted from.
insert into measure_month (counted_from, authority_key, period_key)
with windowed as (
    -- distinct: many KPIs are counted from one fact over the same months
    select distinct
        plan.fact || ' ' || plan.dated_by as counted_from,
        scope.authority_key,
        scope.first_index,
        scope.last_index
    from measure_scope as scope
    inner join measure_plan as plan on plan.plan_no = scope.plan_no
)
-- distinct: windows overlap
select distinct
    windowed.counted_from,
    windowed.authority_key,
    period.period_key
from windowed
inner join core.dim_period as period on period.month_index between windowed.first_index and windowed.last_index
