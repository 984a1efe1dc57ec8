-- one row per episode of care in force; an open one that newer deliveries no longer mention is closed as presumed ended
with told as (
    select
        episode.*,
        -- one layout may repeat another
        episode.layout = first_value(episode.layout) over (
            partition by episode.authority_key, episode.child_key, episode.start_date
            order by coalesce(episode.last_mentioned, 999999) desc, episode.period_key desc, episode.layout
        ) as is_believed
    from staging.in_force_care_episode as episode
    join touched_child
        on touched_child.authority_key = episode.authority_key
        and touched_child.child_key = episode.child_key
),
known as (
    select
        episode.*,
        last_possible_day.last_mentioned_on,
        case when episode.end_date is null then last_possible_day.last_day end as last_possible_day
    from told as episode
    left join last_possible_day
        on last_possible_day.authority_key = episode.authority_key
        and last_possible_day.layout = episode.layout
        and last_possible_day.period_key = episode.last_mentioned
    where episode.is_believed
),
-- a corrected start date looks like one episode that vanished and another, alike, that had begun by then;
-- a start moved by more than four weeks is taken as another episode
replaced as (
    select
        known.authority_key,
        known.child_key,
        known.start_date,
        known.new_episode_reason
    from known
    where known.last_possible_day is not null
        and exists (
            select 1
            from known as correction
            where correction.authority_key = known.authority_key
                and correction.child_key = known.child_key
                and correction.period_key > known.last_mentioned
                and correction.start_date <> known.start_date
                and abs(correction.start_date - known.start_date) <= 28
                and correction.start_date <= known.last_mentioned_on
                and correction.new_episode_reason = known.new_episode_reason
                and correction.legal_status = known.legal_status
                and correction.placement_type = known.placement_type
                and correction.placement_provider is not distinct from known.placement_provider
                and correction.urn is not distinct from known.urn
        )
),
ordered as (
    select
        known.*,
        lead(known.start_date) over life as next_start,
        lead(known.new_episode_reason) over life as next_reason
    from known
    left join replaced
        on replaced.authority_key = known.authority_key
        and replaced.child_key = known.child_key
        and replaced.start_date = known.start_date
        and replaced.new_episode_reason = known.new_episode_reason
    where replaced.authority_key is null
    window life as (
        partition by known.authority_key, known.child_key
        order by known.start_date, known.new_episode_reason <> 'S', known.new_episode_reason
    )
),
closed as (
    select
        authority_key,
        child_key,
        start_date,
        case
            when last_possible_day is null then end_date
            when next_start is not null and next_reason <> 'S' then greatest(start_date, next_start)
            when next_start is not null
                then greatest(start_date, least(last_possible_day, next_start - 1))
            else greatest(start_date, last_possible_day)
        end as end_date,
        last_possible_day is not null as is_presumed_ended,
        new_episode_reason,
        legal_status,
        need,
        placement_type,
        placement_provider,
        urn,
        -- what makes two episodes 'the same place', without keeping a carer's postcode
        hashtextextended(
            concat_ws('|', placement_type, coalesce(placement_provider, '-'), coalesce(urn, '-'), placement_postcode), 0
        ) as place_key,
        case
            when last_possible_day is null then end_reason
            when next_start is not null and next_reason <> 'S' then 'X1'
            else 'E99'
        end as end_reason,
        place_change_reason,
        distance_miles,
        is_outside_authority,
        legal_status in ('V3', 'V4') as is_short_break,
        delivery_id,
        file_id,
        line
    from ordered
),
flagged as (
    select
        closed.*,
        new_episode_reason = 'S' as is_care_start,
        end_date is not null and coalesce(end_reason, 'X1') <> 'X1' as is_care_end,
        row_number() over life as episode_no,
        case
            when lag(start_date) over life is null then 1
            when new_episode_reason = 'S' then 1
            when is_short_break <> lag(is_short_break) over life then 1
            -- care that is said to go on does, even where days are missing
            when lag(end_date) over life < start_date and lag(end_reason) over life is distinct from 'X1' then 1
            when lag(end_date) over life <= start_date and coalesce(lag(end_reason) over life, 'X1') <> 'X1' then 1
            else 0
        end as opens_care_period
    from closed
    window life as (
        partition by authority_key, child_key
        order by start_date, new_episode_reason <> 'S', new_episode_reason
    )
),
numbered as (
    select
        flagged.*,
        sum(opens_care_period) over (
            partition by authority_key, child_key
            order by episode_no
        ) as care_period_no,
        lag(start_date) over starts as previous_start,
        lead(end_date) over ends as next_end
    from flagged
    window
        starts as (
            partition by authority_key, child_key, is_care_start and not is_short_break
            order by start_date, episode_no
        ),
        ends as (
            partition by authority_key, child_key, is_care_end and not is_short_break
            order by end_date, episode_no
        )
)
insert into core.fact_care_episode (
    authority_key, child_key, episode_no, care_period_no, start_date, end_date, is_presumed_ended,
    new_episode_reason, legal_status, need, placement_type, placement_provider, place_key, urn,
    end_reason, place_change_reason, is_short_break, is_care_start, is_care_end,
    previous_start_period, next_end_period, age_at_start, age_at_end, distance_miles, is_outside_authority,
    delivery_id, file_id, line
)
select
    numbered.authority_key,
    numbered.child_key,
    numbered.episode_no,
    numbered.care_period_no,
    numbered.start_date,
    numbered.end_date,
    numbered.is_presumed_ended,
    numbered.new_episode_reason,
    numbered.legal_status,
    numbered.need,
    numbered.placement_type,
    numbered.placement_provider,
    numbered.place_key,
    numbered.urn,
    numbered.end_reason,
    numbered.place_change_reason,
    numbered.is_short_break,
    numbered.is_care_start,
    numbered.is_care_end,
    case
        when numbered.is_care_start and not numbered.is_short_break
            then (extract(year from numbered.previous_start) * 100 + extract(month from numbered.previous_start))::integer
    end as previous_start_period,
    case
        when numbered.is_care_end and not numbered.is_short_break
            then (extract(year from numbered.next_end) * 100 + extract(month from numbered.next_end))::integer
    end as next_end_period,
    core.age_on(numbered.start_date, person.birth_date) as age_at_start,
    core.age_on(numbered.end_date, person.birth_date) as age_at_end,
    numbered.distance_miles,
    numbered.is_outside_authority,
    numbered.delivery_id,
    numbered.file_id,
    numbered.line
from numbered
left join staging.described_child as person
    on person.authority_key = numbered.authority_key
    and person.child_key = numbered.child_key
