-- the chosen rows whose content is not in force already
insert into staging.in_force_${entity} (${columns}, layout)
select
    ${chosen_columns},
    :layout
from chosen
where not exists (
    select 1
    from staging.in_force_${entity} as staged
    where staged.layout = :layout
        and staged.authority_key = chosen.authority_key
        and staged.row_hash = chosen.row_hash
        and ${year_of_held} = chosen.key_year
        and ${chosen_is_staged}
)
