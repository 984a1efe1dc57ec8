-- One row per table that these nights' deliveries lack although the authority's delivery before had it.
with deliveries as (
    select
        delivery_id,
        authority_code,
        period_key,
        night_id = any (:nights::text[]) as is_of_tonight,
        lag(delivery_id) over (partition by authority_key order by period_key, delivery_id) as earlier_id
    from ops.delivery
    where state = 'landed'
)

select
    deliveries.authority_code,
    deliveries.period_key,
    earlier_file.layout
from deliveries
inner join ops.delivery_file as earlier_file
    on earlier_file.delivery_id = deliveries.earlier_id
where deliveries.is_of_tonight
    and earlier_file.layout is not null
    and not exists (
        select file.file_id
        from ops.delivery_file as file
        where file.delivery_id = deliveries.delivery_id
            and file.layout = earlier_file.layout
    )
order by
    deliveries.authority_code,
    deliveries.period_key,
    earlier_file.layout
limit :most
