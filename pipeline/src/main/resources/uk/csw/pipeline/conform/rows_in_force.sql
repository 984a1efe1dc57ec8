-- one row per natural key: the row of the newest standing delivery that holds it, unless a newer one
-- that covers its event date left it out
with known as (
    delete from staging.in_force_${entity} as in_force
    using change_of_standing
    where in_force.authority_key = change_of_standing.authority_key
        and in_force.layout = :layout
        and change_of_standing.layout = :layout
    returning in_force.*, change_of_standing.is_append
),
mentions as (
    select ${columns}
    from known
    where is_append
    union all
    select ${staged_columns}
    from staging.${entity} as staged
    join standing on standing.file_id = staged.file_id
    join change_of_standing
        on change_of_standing.authority_key = standing.authority_key
        and change_of_standing.layout = standing.layout
    where standing.layout = :layout
        and (not change_of_standing.is_append or standing.period_key >= change_of_standing.first_added_period)
        and staged.delivery_id = any (:delivery_ids)
),
newest_mention as (
    select
        mentions.*,
        rank() over (
            partition by ${key}
            order by mentions.period_key desc
        ) as age_of_mention,
        row_number() over (
            partition by ${key_and_tie_break}, mentions.period_key
            order by mentions.file_id desc, mentions.line desc
        ) as copy_no
    from mentions
    join core.dim_period as period on period.period_key = mentions.period_key
),
last_cover as (
    select
        in_force_delivery.authority_key,
        covered_month.period_key as covered_period,
        max(in_force_delivery.period_key) as covered_by
    from staging.in_force_delivery
    join core.dim_period as own_month on own_month.period_key = in_force_delivery.period_key
    join core.dim_period as covered_month
        on covered_month.month_index between in_force_delivery.coverage_from and own_month.month_index
    where in_force_delivery.layout = :layout
        and in_force_delivery.authority_key = any (:authorities)
    group by in_force_delivery.authority_key, covered_month.period_key
)
insert into staging.in_force_${entity} (${columns}, layout)
select ${newest_columns}, :layout
from newest_mention
left join last_cover
    on last_cover.authority_key = newest_mention.authority_key
    and last_cover.covered_period = ${event_period}
where newest_mention.age_of_mention = 1
    and newest_mention.copy_no = 1
    and coalesce(last_cover.covered_by, 0) <= newest_mention.period_key
