-- one row per placement; a temporary one (T0-T4) is a row of its own and does not break the one it interrupts
with compared as (
    select
        episode.*,
        placement_type like 'T%' as is_temporary,
        case
            when lag(placement_type) over stay is null then 1
            when care_period_no <> lag(care_period_no) over stay then 1
            when new_episode_reason = 'S' then 1
            when placement_type like 'T%' and episode_no > lag(episode_no) over stay + 1 then 1
            -- T, U and L keep the carer; adoption by the current carers (A3, A5) is no move either
            when new_episode_reason in ('T', 'U', 'L') and placement_type not like 'T%' then 0
            when placement_type in ('A3', 'A5') then 0
            when place_key = lag(place_key) over stay then 0
            else 1
        end as opens_placement
    from core.fact_care_episode as episode
    join touched_child using (authority_key, child_key)
    window stay as (
        partition by authority_key, child_key, placement_type like 'T%'
        order by episode_no
    )
),
grouped as (
    select
        *,
        sum(opens_placement) over (
            partition by authority_key, child_key, is_temporary
            order by episode_no
        ) as stay_no
    from compared
),
stays as (
    select
        authority_key,
        child_key,
        is_temporary,
        stay_no,
        min(episode_no) as first_episode_no,
        min(care_period_no) as care_period_no,
        min(start_date) as start_date,
        case when bool_and(end_date is not null) then max(end_date) end as end_date,
        (array_agg(placement_type order by episode_no desc))[1] as placement_type,
        (array_agg(placement_provider order by episode_no desc))[1] as placement_provider,
        (array_agg(urn order by episode_no desc))[1] as urn,
        bool_and(is_short_break) as is_short_break,
        bool_or(is_presumed_ended and end_reason = 'E99') as is_presumed_ended
    from grouped
    group by authority_key, child_key, is_temporary, stay_no
)
insert into core.fact_placement (
    authority_key, child_key, placement_no, care_period_no, start_date, end_date, placement_type,
    placement_provider, urn, is_temporary, is_short_break, is_presumed_ended, days
)
select
    authority_key,
    child_key,
    row_number() over (partition by authority_key, child_key order by first_episode_no) as placement_no,
    care_period_no,
    start_date,
    end_date,
    placement_type,
    placement_provider,
    urn,
    is_temporary,
    is_short_break,
    is_presumed_ended,
    end_date - start_date as days
from stays
