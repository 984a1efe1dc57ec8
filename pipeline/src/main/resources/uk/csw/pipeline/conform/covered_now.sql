-- one row per authority, entity and month covered now, with the first month of its unbroken run
create temporary table covered_now on commit drop as
with located as materialized (
    -- where placements are is told by columns that a file need not have: covered are the deliveries that had them
    select
        authority_key,
        layout,
        'placement_distance' as entity,
        min(period_key) as first_period,
        max(coalesce(last_mentioned, 999912)) as last_period
    from staging.in_force_care_episode
    where authority_key = any (:authorities)
        and distance_miles is not null
    group by authority_key, layout
    union all
    select
        authority_key,
        layout,
        'placement_area' as entity,
        min(period_key) as first_period,
        max(coalesce(last_mentioned, 999912)) as last_period
    from staging.in_force_care_episode
    where authority_key = any (:authorities)
        and is_outside_authority is not null
    group by authority_key, layout
),
-- materialized: a handful of rows, each spread over its months below, whatever the planner knows of the tables
delivered as materialized (
    select
        in_force_delivery.authority_key,
        covering.entity,
        in_force_delivery.coverage_from,
        own_month.month_index
    from staging.in_force_delivery
    join core.dim_period as own_month on own_month.period_key = in_force_delivery.period_key
    cross join lateral (
        select in_force_delivery.entity
        union all
        select located.entity
        from located
        where located.authority_key = in_force_delivery.authority_key
            and located.layout = in_force_delivery.layout
            and in_force_delivery.period_key between located.first_period and located.last_period
    ) as covering
    where in_force_delivery.authority_key = any (:authorities)
),
covered as (
    select distinct -- deliveries of one year cover the same months again
        delivered.authority_key,
        delivered.entity,
        covered_month.period_key,
        covered_month.month_index
    from delivered
    join core.dim_period as covered_month
        on covered_month.month_index between delivered.coverage_from and delivered.month_index
),
runs as (
    select
        authority_key,
        entity,
        period_key,
        month_index - row_number() over (partition by authority_key, entity order by month_index) as run
    from covered
)
select
    authority_key,
    entity,
    period_key,
    min(period_key) over (partition by authority_key, entity, run) as covered_from
from runs
