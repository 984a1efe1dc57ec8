-- a touched row goes when the next delivery holds its key with other content, or covers its event without holding it
delete from staging.in_force_${entity} as staged
using touched_key, next_delivery
where staged.layout = :layout
    and next_delivery.authority_key = staged.authority_key
    and touched_key.authority_key = staged.authority_key
    and touched_key.key_year = ${year_of_held}
    and ${touched_is_staged}
    and case
        when exists (
            select 1
            from chosen
            where chosen.authority_key = staged.authority_key
                and chosen.key_year = touched_key.key_year
                and ${chosen_is_staged}
        )
            then staged.last_mentioned is not null
                or not exists (
                    select 1
                    from chosen
                    where chosen.authority_key = staged.authority_key
                        and chosen.key_year = touched_key.key_year
                        and chosen.row_hash = staged.row_hash
                        and ${chosen_is_staged}
                )
        else ${is_covered}
    end
