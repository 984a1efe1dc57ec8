-- Signed-off periods of the authorities measured in these nights whose figures the facts give differently.
with measured as (
    select delivery.authority_key
    from ops.delivery as delivery
    where
        delivery.night_id = any (:nights::text[])
        and delivery.state <> 'refused'
    union
    select named.authority_key
    from ops.night as night
    cross join unnest(night.authorities) as named (authority_key)
    where night.night_id = any (:nights::text[])
)
select
    sign_off.authority_code,
    sign_off.period_key,
    sign_off.figures_held,
    sign_off.signed_off_by,
    to_char(sign_off.signed_off_at at time zone 'Europe/London', 'YYYY-MM-DD') as signed_off_on
from mart.sign_off as sign_off
inner join core.authority as authority on authority.authority_code = sign_off.authority_code
inner join measured on measured.authority_key = authority.authority_key
where
    sign_off.is_in_force
    and sign_off.figures_held > 0
order by
    sign_off.authority_code,
    sign_off.period_key
