-- one row per period of care that ended in adoption (E11, E12), with the steps on the way to it
with adopted as (
    select
        care_period.authority_key,
        care_period.child_key,
        care_period.care_period_no,
        care_period.start_date,
        care_period.is_start_known,
        care_period.end_date
    from core.fact_care_period as care_period
    join touched_child using (authority_key, child_key)
    where care_period.end_reason in ('E11', 'E12')
        and not care_period.is_presumed_ended
        and not care_period.is_short_break
),
in_adoption as (
    select
        episode.authority_key,
        episode.child_key,
        episode.care_period_no,
        episode.start_date,
        episode.placement_type in ('A3', 'A4', 'A5', 'A6') as is_placed,
        max(episode.episode_no) filter (
            where episode.placement_type not in ('A3', 'A4', 'A5', 'A6') and episode.placement_type not like 'T%'
        ) over (partition by episode.authority_key, episode.child_key, episode.care_period_no) as last_other_no,
        episode.episode_no
    from core.fact_care_episode as episode
    join adopted using (authority_key, child_key, care_period_no)
),
-- the placement that led to adoption; one that broke down before it does not count
placed as (
    select
        authority_key,
        child_key,
        care_period_no,
        min(start_date) as placed_date
    from in_adoption
    where is_placed
        and episode_no > coalesce(last_other_no, 0)
    group by authority_key, child_key, care_period_no
),
ordered as (
    select
        legal_status.authority_key,
        legal_status.child_key,
        legal_status.care_period_no,
        min(legal_status.start_date) as placement_order_date
    from core.fact_legal_status as legal_status
    join adopted using (authority_key, child_key, care_period_no)
    where legal_status.legal_status = 'E1'
    group by legal_status.authority_key, legal_status.child_key, legal_status.care_period_no
),
recorded as (
    select distinct on (adoption.authority_key, adoption.child_key) -- one layout may repeat another
        adoption.authority_key,
        adoption.child_key,
        adoption.decision_date,
        adoption.match_date,
        adoption.foster_carer_adopts,
        adoption.adopter_count
    from staging.in_force_adoption as adoption
    join touched_child
        on touched_child.authority_key = adoption.authority_key
        and touched_child.child_key = adoption.child_key
    order by
        adoption.authority_key, adoption.child_key,
        coalesce(adoption.last_mentioned, 999999) desc, adoption.period_key desc, adoption.layout
),
-- the decision that was not reversed; it fills in where the adoption table says none
decided as (
    select
        adopted.authority_key,
        adopted.child_key,
        adopted.care_period_no,
        max(decision.placed_date) as decision_date
    from staging.in_force_adoption_placement as decision
    join adopted
        on adopted.authority_key = decision.authority_key
        and adopted.child_key = decision.child_key
        and decision.placed_date between adopted.start_date and adopted.end_date
    where decision.ceased_date is null
    group by adopted.authority_key, adopted.child_key, adopted.care_period_no
),
stepped as (
    select
        adopted.authority_key,
        adopted.child_key,
        adopted.care_period_no,
        adopted.end_date as adoption_date,
        adopted.start_date as care_start_date,
        adopted.is_start_known,
        coalesce(recorded.decision_date, decided.decision_date) as decision_date,
        ordered.placement_order_date,
        recorded.match_date,
        placed.placed_date,
        recorded.foster_carer_adopts,
        recorded.adopter_count
    from adopted
    left join placed using (authority_key, child_key, care_period_no)
    left join ordered using (authority_key, child_key, care_period_no)
    left join recorded using (authority_key, child_key)
    left join decided using (authority_key, child_key, care_period_no)
)
insert into core.fact_adoption (
    authority_key, child_key, care_period_no, adoption_date, care_start_date, decision_date, placement_order_date,
    match_date, placed_date, is_placed_12m, days_to_placement, days_to_match, age_at_adoption, foster_carer_adopts,
    adopter_count
)
select
    stepped.authority_key,
    stepped.child_key,
    stepped.care_period_no,
    stepped.adoption_date,
    stepped.care_start_date,
    stepped.decision_date,
    stepped.placement_order_date,
    stepped.match_date,
    stepped.placed_date,
    coalesce(stepped.placed_date <= stepped.decision_date + interval '12 months', false) as is_placed_12m,
    case when stepped.is_start_known then stepped.placed_date - stepped.care_start_date end as days_to_placement,
    -- matched before the order: no days at all
    case
        when stepped.match_date - stepped.placement_order_date is not null
            then greatest(stepped.match_date - stepped.placement_order_date, 0)
    end as days_to_match,
    core.age_on(stepped.adoption_date, born.birth_date) as age_at_adoption,
    stepped.foster_carer_adopts,
    stepped.adopter_count::smallint as adopter_count
from stepped
left join staging.described_child as born
    on born.authority_key = stepped.authority_key
    and born.child_key = stepped.child_key
