-- a touched row goes when the next delivery holds its key with other content, or covers its event without holding it
delete from staging.in_force_${entity} as staged
using touched_key, change_of_standing
where staged.layout = :layout
    and change_of_standing.layout = :layout
    and change_of_standing.authority_key = staged.authority_key
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
        else exists (
            select 1
            from staging.in_force_delivery
            join core.dim_period as first_month on first_month.month_index = in_force_delivery.coverage_from
            where in_force_delivery.authority_key = staged.authority_key
                and in_force_delivery.layout = :layout
                and in_force_delivery.period_key = change_of_standing.added_period
                and ${held_event_period} between first_month.period_key and in_force_delivery.period_key
        )
    end
