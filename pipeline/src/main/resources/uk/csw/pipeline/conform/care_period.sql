-- one row per period of care: the episodes from a start to an end that is no change (X1)
with last_episode as (
    select distinct on (authority_key, child_key, care_period_no) -- the episode that says how the period ended
        authority_key,
        child_key,
        care_period_no,
        end_reason,
        need
    from core.fact_care_episode
    join touched_child using (authority_key, child_key)
    order by authority_key, child_key, care_period_no, episode_no desc
),
span as (
    select
        authority_key,
        child_key,
        care_period_no,
        min(start_date) as start_date,
        bool_or(is_care_start) as is_start_known,
        case when bool_and(end_date is not null) then max(end_date) end as end_date,
        bool_or(is_presumed_ended and end_reason = 'E99') as is_presumed_ended,
        bool_and(is_short_break) as is_short_break
    from core.fact_care_episode
    join touched_child using (authority_key, child_key)
    group by authority_key, child_key, care_period_no
)
insert into core.fact_care_period (
    authority_key, child_key, care_period_no, start_date, is_start_known, end_date, end_reason,
    is_presumed_ended, is_short_break, need, days
)
select
    span.authority_key,
    span.child_key,
    span.care_period_no,
    span.start_date,
    span.is_start_known,
    span.end_date,
    case when span.end_date is not null then last_episode.end_reason end as end_reason,
    span.is_presumed_ended,
    span.is_short_break,
    last_episode.need,
    span.end_date - span.start_date as days
from span
join last_episode
    on last_episode.authority_key = span.authority_key
    and last_episode.child_key = span.child_key
    and last_episode.care_period_no = span.care_period_no
