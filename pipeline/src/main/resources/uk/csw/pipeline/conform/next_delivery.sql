-- one row per authority of which just the next delivery of the layout came in, with the months it covers
create temporary table next_delivery on commit drop as
select
    change_of_standing.authority_key,
    change_of_standing.added_period,
    change_of_standing.period_before,
    first_month.period_key as covers_from,
    first_month.month_start as first_day,
    last_month.month_end as last_day
from change_of_standing
join staging.in_force_delivery
    on in_force_delivery.authority_key = change_of_standing.authority_key
    and in_force_delivery.layout = change_of_standing.layout
    and in_force_delivery.period_key = change_of_standing.added_period
join core.dim_period as last_month on last_month.period_key = change_of_standing.added_period
left join core.dim_period as first_month on first_month.month_index = in_force_delivery.coverage_from
where change_of_standing.layout = :layout
    and change_of_standing.is_next
