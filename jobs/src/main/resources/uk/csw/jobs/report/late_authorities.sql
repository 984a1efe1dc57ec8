-- One row per authority that delivered before and has nothing for the newest period that anybody delivered.
with newest as (
    select
        authority_code,
        authority_key,
        max(period_key) as period_key
    from ops.delivery
    where state = 'landed'
    group by
        authority_code,
        authority_key
)

select
    newest.authority_code,
    (
        select authority.authority_name
        from core.dim_authority as authority
        where authority.authority_key = newest.authority_key
        order by authority.valid_to desc
        limit 1
    ) as authority_name,
    newest.period_key as newest_period,
    (select max(everybody.period_key) from newest as everybody) as expected_period
from newest
where newest.period_key < (select max(everybody.period_key) from newest as everybody)
order by newest.authority_code
