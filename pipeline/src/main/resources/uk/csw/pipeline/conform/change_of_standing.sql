-- one row per authority and layout whose standing deliveries differ from those last conformed;
-- is_next: exactly one newer period was added, so only what differs from the rows in force has to be looked at
create temporary table change_of_standing on commit drop as
with now_standing as (
    select distinct -- a delivery may hold several files of one layout
        authority_key,
        layout,
        period_key,
        delivery_id
    from standing
),
compared as (
    select
        coalesce(now_standing.authority_key, before.authority_key) as authority_key,
        coalesce(now_standing.layout, before.layout) as layout,
        case when before.delivery_id is null then now_standing.period_key end as added_period,
        case when now_standing.delivery_id is null then before.period_key end as removed_period,
        before.period_key as period_before
    from now_standing
    full join (
        select authority_key, layout, period_key, delivery_id
        from staging.in_force_delivery
        where authority_key = any (:authorities)
    ) as before
        on before.authority_key = now_standing.authority_key
        and before.layout = now_standing.layout
        and before.period_key = now_standing.period_key
        and before.delivery_id = now_standing.delivery_id
)
select
    authority_key,
    layout,
    max(added_period) as added_period,
    max(period_before) as period_before,
    count(added_period) = 1
        and count(removed_period) = 0
        and coalesce(min(added_period) > max(period_before), false) as is_next
from compared
group by authority_key, layout
having count(added_period) > 0 or count(removed_period) > 0
