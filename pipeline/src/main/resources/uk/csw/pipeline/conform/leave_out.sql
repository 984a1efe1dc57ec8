-- a touched key that the next delivery left out stays, with the period that last mentioned it
update staging.in_force_${entity} as staged
set last_mentioned = next_delivery.period_before
from touched_key, next_delivery
where staged.layout = :layout
    and next_delivery.authority_key = staged.authority_key
    and touched_key.authority_key = staged.authority_key
    and touched_key.key_year = ${year_of_held}
    and ${touched_is_staged}
    and staged.last_mentioned is null
    and not exists (
        select 1
        from chosen
        where chosen.authority_key = staged.authority_key
            and chosen.key_year = touched_key.key_year
            and ${chosen_is_staged}
    )
