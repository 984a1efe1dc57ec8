-- one row per authority, entity and standing delivery that a later one follows: the last day on which something
-- open in it, and no longer mentioned, can still have been open
create temporary table last_possible_day on commit drop as
with succession as (
    select
        in_force_delivery.authority_key,
        in_force_delivery.entity,
        in_force_delivery.layout,
        in_force_delivery.period_key,
        own_month.month_end,
        lead(first_month.month_start) over (
            partition by in_force_delivery.authority_key, in_force_delivery.layout
            order by in_force_delivery.period_key
        ) as next_covers_from
    from staging.in_force_delivery
    join core.dim_period as own_month on own_month.period_key = in_force_delivery.period_key
    left join core.dim_period as first_month on first_month.month_index = in_force_delivery.coverage_from
    where in_force_delivery.authority_key = any (:authorities)
)
select
    authority_key,
    entity,
    layout,
    period_key,
    month_end as last_mentioned_on,
    case when next_covers_from > month_end then next_covers_from - 1 else month_end end as last_day
from succession
where next_covers_from is not null
