-- One row per authority and period: the newest delivery.
select distinct on (authority_key, period_key)
    authority_key,
    period_key,
    delivery_id,
    sha256,
    state
from ops.delivery
where authority_key = any (:authorities)
order by
    authority_key,
    period_key,
    delivery_id desc
