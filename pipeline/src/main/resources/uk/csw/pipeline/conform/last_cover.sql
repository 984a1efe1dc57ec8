-- one row per authority and month that its standing deliveries of the layout cover: the newest that does
create temporary table last_cover on commit drop as
select
    in_force_delivery.authority_key,
    covered_month.period_key as covered_period,
    max(in_force_delivery.period_key) as covered_by
from staging.in_force_delivery
join core.dim_period as own_month on own_month.period_key = in_force_delivery.period_key
join core.dim_period as covered_month
    on covered_month.month_index between in_force_delivery.coverage_from and own_month.month_index
where in_force_delivery.layout = :layout
    and in_force_delivery.authority_key = any (:authorities)
group by in_force_delivery.authority_key, covered_month.period_key
