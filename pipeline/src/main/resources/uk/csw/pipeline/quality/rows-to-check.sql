-- one row per authority with deliveries to check, most rows first
select
    delivery.authority_key,
    array_agg(distinct delivery.delivery_id) as deliveries,
    coalesce(sum(file.rows_staged), 0) as rows
from ops.delivery
left join ops.delivery_file as file on file.delivery_id = delivery.delivery_id
where delivery.delivery_id = any (:deliveries)
group by delivery.authority_key
order by rows desc, delivery.authority_key
