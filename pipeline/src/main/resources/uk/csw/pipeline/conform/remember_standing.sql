-- deliveries that stand now; nearly all are known
insert into staging.in_force_delivery (authority_key, layout, entity, coverage_from, period_key, delivery_id)
select authority_key, layout, entity, coverage_from, period_key, delivery_id
from standing_now
except
select authority_key, layout, entity, coverage_from, period_key, delivery_id
from staging.in_force_delivery
where authority_key = any (:authorities)
