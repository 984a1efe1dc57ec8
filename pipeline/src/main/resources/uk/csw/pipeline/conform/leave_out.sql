-- a touched key that the next delivery left out stays, with the period that last mentioned it
-- they are few: found first, as materialized, or the rows of every touched key are looked at
with left_out as materialized (
    select *
    from touched_key
    where not exists (
        select 1
        from chosen
        where chosen.authority_key = touched_key.authority_key
            and chosen.key_year = touched_key.key_year
            and ${chosen_is_touched}
    )
)
update staging.in_force_${entity} as staged
set last_mentioned = next_delivery.period_before
from left_out as touched_key, next_delivery
where staged.layout = :layout
    and next_delivery.authority_key = staged.authority_key
    and touched_key.authority_key = staged.authority_key
    and touched_key.key_year = ${year_of_held}
    and ${touched_is_staged}
    and staged.last_mentioned is null
