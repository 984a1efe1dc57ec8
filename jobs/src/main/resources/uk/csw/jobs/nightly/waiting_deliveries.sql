-- One row per registered delivery that no night has taken on. A person's decision to let a held file through makes
-- the delivery new work, so the decisions are part of its identity.
select
    delivery.delivery_id,
    concat_ws(
        ' ',
        delivery.delivery_id,
        delivery.authority_code,
        delivery.period_key,
        delivery.sha256,
        string_agg(decision.layout || '@' || extract(epoch from decision.decided_at), ' ' order by decision.layout)
    ) as identity
from ops.delivery as delivery
left join ops.guard_decision as decision
    on decision.delivery_id = delivery.delivery_id
where delivery.night_id is null
    and delivery.state = 'registered'
group by delivery.delivery_id
order by delivery.delivery_id
