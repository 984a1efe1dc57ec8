-- Keeps the decision and gives the delivery to a night of its own, which the next run finds unfinished.
with decision as (
    insert into ops.guard_decision (delivery_id, layout, reason, decided_by, decided_at)
    select
        held.delivery_id,
        :layout,
        :reason,
        :decided_by,
        :decided_at
    from unnest(:deliveries) as held (delivery_id)
    on conflict (delivery_id, layout) do update
    set reason = excluded.reason,
        decided_by = excluded.decided_by,
        decided_at = excluded.decided_at
    returning
        delivery_id,
        layout,
        decided_at
)

update ops.delivery as delivery
set night_id = encode(
    sha256(convert_to(concat_ws(' ', 'accepted', delivery.delivery_id, decision.layout, decision.decided_at), 'UTF8')),
    'hex'
)
from decision
where decision.delivery_id = delivery.delivery_id
