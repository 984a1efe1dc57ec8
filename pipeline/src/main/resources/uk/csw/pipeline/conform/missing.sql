-- one row per time a child was missing or away; an open one that newer files no longer mention is presumed ended
with known as (
    select distinct on (missing.authority_key, missing.child_key, missing.start_date) -- one layout may repeat another
        missing.*,
        case
            when missing.end_date is not null then missing.end_date
            when last_possible_day.last_day is not null then greatest(missing.start_date, last_possible_day.last_day)
        end as last_day,
        missing.end_date is null and last_possible_day.last_day is not null as is_presumed_ended
    from staging.in_force_missing_episode as missing
    join touched_child
        on touched_child.authority_key = missing.authority_key
        and touched_child.child_key = missing.child_key
    left join last_possible_day
        on last_possible_day.authority_key = missing.authority_key
        and last_possible_day.layout = missing.layout
        and last_possible_day.period_key = missing.last_mentioned
    order by
        missing.authority_key, missing.child_key, missing.start_date,
        coalesce(missing.last_mentioned, 999999) desc, missing.period_key desc, missing.layout
)
insert into core.fact_missing (
    authority_key, child_key, missing_no, missing_kind, start_date, end_date, is_presumed_ended, is_impossible, days,
    delivery_id, file_id, line
)
select
    authority_key,
    child_key,
    row_number() over (partition by authority_key, child_key order by start_date) as missing_no,
    missing_kind,
    start_date,
    last_day as end_date,
    is_presumed_ended,
    coalesce(end_date < start_date, false) as is_impossible,
    case when not is_presumed_ended and end_date >= start_date then end_date - start_date end as days,
    delivery_id,
    file_id,
    line
from known
