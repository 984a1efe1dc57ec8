-- one row per touched key and tie break that the next delivery holds
create temporary table chosen on commit drop as
with landed as (
${landed}
)
select *
from (
    select
        ${staged_columns},
        touched_key.key_year,
        row_number() over (
            partition by ${key_and_tie_break}
            order by staged.file_id desc, staged.line desc
        ) as copy_no
    from landed as staged
    join change_of_standing
        on change_of_standing.authority_key = staged.authority_key
        and change_of_standing.added_period = staged.period_key
    join touched_key
        on touched_key.authority_key = staged.authority_key
        and touched_key.key_year = ${year_of_arrival}
        and ${touched_is_staged}
    where change_of_standing.layout = :layout
        and change_of_standing.is_next
) as ranked
where copy_no = 1
