-- one row per natural key that the next delivery holds with other content, holds again, or left out
create temporary table touched_key on commit drop as
with next_delivery as (
    select
        change_of_standing.authority_key,
        change_of_standing.added_period,
        change_of_standing.period_before,
        first_month.period_key as covers_from
    from change_of_standing
    join staging.in_force_delivery
        on in_force_delivery.authority_key = change_of_standing.authority_key
        and in_force_delivery.layout = change_of_standing.layout
        and in_force_delivery.period_key = change_of_standing.added_period
    left join core.dim_period as first_month on first_month.month_index = in_force_delivery.coverage_from
    where change_of_standing.layout = :layout
        and change_of_standing.is_next
),
landed as (
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
held as (
    select
        staged.authority_key,
        staged.row_hash,
        ${year_of_held} as key_year,
        ${staged_key},
        staged.last_mentioned,
        staged.last_mentioned is null
            or ${held_event_period} between change_of_standing.covers_from and change_of_standing.added_period as is_expected
    from staging.in_force_${entity} as staged
    join next_delivery as change_of_standing on change_of_standing.authority_key = staged.authority_key
    where staged.layout = :layout
)
select distinct -- a key is touched once, however many of its rows differ
    coalesce(arrived.authority_key, held.authority_key) as authority_key,
    coalesce(arrived.key_year, held.key_year) as key_year,
    ${either_key}
from arrived
full join held
    on held.authority_key = arrived.authority_key
    and held.row_hash = arrived.row_hash
    and held.key_year = arrived.key_year
where held.row_hash is null
    or held.last_mentioned is not null and arrived.row_hash is not null
    or arrived.row_hash is null and held.is_expected
