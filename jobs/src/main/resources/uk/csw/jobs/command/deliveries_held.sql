-- One row per delivery of this authority and period in which a file of this layout is held back.
select distinct delivery.delivery_id -- several files of a delivery may have one layout
from ops.delivery as delivery
inner join ops.delivery_file as file
    on file.delivery_id = delivery.delivery_id
where delivery.authority_code = :authority
    and delivery.period_key = :period
    and file.layout = :layout
    and file.is_held
order by delivery.delivery_id
