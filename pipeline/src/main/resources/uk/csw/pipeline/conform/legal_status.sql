-- one row per unbroken spell of one legal status within a period of care
with compared as (
    select
        episode.*,
        case
            when legal_status = lag(legal_status) over life and care_period_no = lag(care_period_no) over life then 0
            else 1
        end as opens_spell
    from core.fact_care_episode as episode
    join touched_child using (authority_key, child_key)
    window life as (partition by authority_key, child_key order by episode_no)
),
numbered as (
    select
        *,
        sum(opens_spell) over (partition by authority_key, child_key order by episode_no) as legal_status_no
    from compared
)
insert into core.fact_legal_status (
    authority_key, child_key, legal_status_no, care_period_no, legal_status, start_date, end_date, days
)
select
    authority_key,
    child_key,
    legal_status_no,
    min(care_period_no) as care_period_no,
    min(legal_status) as legal_status,
    min(start_date) as start_date,
    case when bool_and(end_date is not null) then max(end_date) end as end_date,
    case when bool_and(end_date is not null) then max(end_date) - min(start_date) end as days
from numbered
group by authority_key, child_key, legal_status_no
