-- one row per file that stands: of the newest landed, not held delivery of its authority, period and layout
create temporary table standing on commit drop as
with newest as (
    select
        delivery.authority_key,
        delivery.period_key,
        delivery_file.layout,
        max(delivery.delivery_id) as delivery_id
    from ops.delivery as delivery
    join ops.delivery_file as delivery_file on delivery_file.delivery_id = delivery.delivery_id
    where delivery.authority_key = any (:authorities)
        and delivery.state = 'landed'
        and delivery_file.state = 'landed'
        and not delivery_file.is_held
    group by delivery.authority_key, delivery.period_key, delivery_file.layout
)
select
    newest.authority_key,
    newest.layout,
    newest.period_key,
    newest.delivery_id,
    delivery_file.file_id,
    period.financial_year_end,
    dense_rank() over (
        partition by newest.authority_key, newest.layout
        order by newest.period_key
    ) as place_in_succession,
    max(newest.period_key) over (partition by newest.authority_key, newest.layout) as newest_period
from newest
join ops.delivery_file as delivery_file
    on delivery_file.delivery_id = newest.delivery_id
    and delivery_file.layout = newest.layout
join core.dim_period as period on period.period_key = newest.period_key
