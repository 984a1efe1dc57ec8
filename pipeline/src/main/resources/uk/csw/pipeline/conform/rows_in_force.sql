-- one row per natural key: the row of the newest standing delivery that holds it, unless a newer one
-- that covers its event date left it out; its lineage is where its content came in and has stood since
with landed as (
${landed}
),
mentions as (
    select
        ${staged_columns},
        staged.place_in_succession,
        staged.newest_period,
        max(staged.period_key) over (
            partition by ${key}
        ) as newest_of_key,
        row_number() over (
            partition by ${key_and_tie_break}, staged.period_key
            order by ${which_counts}
        ) as copy_no
    from landed as staged
    join change_of_standing on change_of_standing.authority_key = staged.authority_key
    where change_of_standing.layout = :layout
        and not change_of_standing.is_next
),
runs as (
    select
        staged.*,
        max(staged.period_key) over (partition by ${key_and_tie_break}) as last_mention,
        staged.row_hash is distinct from lag(staged.row_hash) over mention
            or staged.place_in_succession <> lag(staged.place_in_succession) over mention + 1 as is_new_content
    from mentions as staged
    where staged.copy_no = 1
    window mention as (
        partition by ${key_and_tie_break}
        order by staged.period_key
    )
),
content as (
    select
        staged.*,
        row_number() over (
            partition by ${key_and_tie_break}
            order by staged.period_key desc
        ) as age_of_content
    from runs as staged
    where staged.is_new_content
)
insert into staging.in_force_${entity} (${columns}, layout, last_mentioned)
select
    ${content_columns},
    :layout,
    nullif(content.last_mention, content.newest_period)
from content
left join last_cover
    on last_cover.authority_key = content.authority_key
    and last_cover.covered_period = ${event_period}
where content.age_of_content = 1
    and content.last_mention = content.newest_of_key
    and coalesce(last_cover.covered_by, 0) <= content.last_mention
