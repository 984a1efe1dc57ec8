-- one row per touched key and tie break that the next delivery holds
create temporary table chosen on commit drop as
-- the files of the next delivery alone; materialized, or they are looked for again for each key
with standing as materialized (
    select standing.*
    from standing
    join next_delivery
        on next_delivery.authority_key = standing.authority_key
        and next_delivery.added_period = standing.period_key
    where standing.layout = :layout
),
landed as (
${landed}
)
select *
from (
    select
        ${staged_columns},
        touched_key.key_year,
        row_number() over (
            partition by ${key_and_tie_break}
            order by ${which_counts}
        ) as copy_no
    from landed as staged
    join touched_key
        on touched_key.authority_key = staged.authority_key
        and touched_key.key_year = ${year_of_arrival}
        and ${touched_is_staged}
) as ranked
where copy_no = 1
