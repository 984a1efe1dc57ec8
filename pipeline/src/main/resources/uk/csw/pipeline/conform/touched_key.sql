-- one row per natural key that the next delivery holds with other content, holds again, or left out
create temporary table touched_key on commit drop as
with landed as (
${landed}
),
arrived as (
    select
        staged.authority_key,
        staged.row_hash,
        ${year_of_arrival} as key_year,
        ${staged_key}
    from landed as staged
    join next_delivery on next_delivery.authority_key = staged.authority_key
    where staged.period_key = next_delivery.added_period
),
-- what the delivery should hold; of the rows left out before only those it covers: any other that it holds again has
-- arrived as if it were new
expected as (
    select
        staged.authority_key,
        staged.row_hash,
        ${year_of_held} as key_year,
        ${staged_key},
        staged.last_mentioned
    from staging.in_force_${entity} as staged
    join next_delivery on next_delivery.authority_key = staged.authority_key
    where staged.layout = :layout
        and (staged.last_mentioned is null or ${is_covered})
)
select distinct -- a key is touched once, however many of its rows differ
    coalesce(arrived.authority_key, expected.authority_key) as authority_key,
    coalesce(arrived.key_year, expected.key_year) as key_year,
    ${either_key}
from arrived
full join expected
    on expected.authority_key = arrived.authority_key
    and expected.row_hash = arrived.row_hash
    and expected.key_year = arrived.key_year
where arrived.row_hash is null
    or expected.row_hash is null
    or expected.last_mentioned is not null
