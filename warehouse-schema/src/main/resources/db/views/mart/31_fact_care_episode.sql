-- One row per episode of care: an unbroken spell of legal status, placement and carer.
create view mart.fact_care_episode as
select
    authority.authority_code,
    episode.child_key,
    episode.episode_no,
    episode.care_period_no,
    episode.start_date,
    episode.end_date,
    episode.end_date is null as is_open,
    episode.new_episode_reason,
    episode.legal_status,
    coalesce(episode.need, 'not_recorded') as need,
    episode.placement_type,
    coalesce(episode.placement_provider, 'not_recorded') as placement_provider,
    coalesce(episode.urn, 'not_recorded') as urn,
    case
        when episode.end_date is null then 'not_applicable'
        else coalesce(episode.end_reason, 'not_recorded')
    end as end_reason,
    coalesce(episode.place_change_reason, 'not_recorded') as place_change_reason,
    episode.is_short_break,
    episode.is_care_start,
    episode.is_care_end,
    episode.is_presumed_ended,
    episode.age_at_start,
    episode.age_at_end,
    episode.distance_miles,
    episode.is_outside_authority,
    episode.delivery_id
from core.fact_care_episode as episode
join core.authority as authority on episode.authority_key = authority.authority_key;

comment on view mart.fact_care_episode is 'One row per episode of care: an unbroken spell of legal status, placement and carer. One row of the statutory return, as it stands in the newest delivery that holds it. Pseudonymous.';
comment on column mart.fact_care_episode.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_care_episode.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_care_episode.episode_no is 'Number of the episode of the child, in order of start.';
comment on column mart.fact_care_episode.care_period_no is 'Number of the period of care of the child; see mart.fact_care_period.';
comment on column mart.fact_care_episode.start_date is 'First day of the episode.';
comment on column mart.fact_care_episode.end_date is 'Day on which the episode ended; absent while is_open.';
comment on column mart.fact_care_episode.is_open is 'True while the episode goes on.';
comment on column mart.fact_care_episode.new_episode_reason is 'Why the episode began; code, see mart.dim_reason_new_episode.';
comment on column mart.fact_care_episode.legal_status is 'Legal status; code, see mart.dim_legal_status.';
comment on column mart.fact_care_episode.need is 'Main reason why the child is looked after; code, see mart.dim_need; not_recorded when left blank.';
comment on column mart.fact_care_episode.placement_type is 'Kind of placement; code, see mart.dim_placement_type.';
comment on column mart.fact_care_episode.placement_provider is 'Kind of provider; code, see mart.dim_placement_provider; not_recorded when left blank.';
comment on column mart.fact_care_episode.urn is 'Unique reference number (URN) of the home or agency at Ofsted; not_recorded when left blank.';
comment on column mart.fact_care_episode.end_reason is 'Why the episode ended; code, see mart.dim_reason_ceased; not_applicable while it goes on, not_recorded when left blank.';
comment on column mart.fact_care_episode.place_change_reason is 'Why the placement changed; code, see mart.dim_reason_place_change; not_recorded when left blank, as it is when nothing changed.';
comment on column mart.fact_care_episode.is_short_break is 'True for a series of short breaks (legal status V3 or V4), which figures on looked after children leave out.';
comment on column mart.fact_care_episode.is_care_start is 'True on the first episode of a period of care.';
comment on column mart.fact_care_episode.is_care_end is 'True on the last episode of a period of care that has ended.';
comment on column mart.fact_care_episode.is_presumed_ended is 'True when the end is presumed, because the next years file no longer mentions it.';
comment on column mart.fact_care_episode.age_at_start is 'Age in whole years on the first day; absent when the date of birth is not known.';
comment on column mart.fact_care_episode.age_at_end is 'Age in whole years on the day it ended; absent while is_open or when the date of birth is not known.';
comment on column mart.fact_care_episode.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
comment on column mart.fact_care_episode.distance_miles is 'Miles from home to the placement; absent where the file does not say.';
comment on column mart.fact_care_episode.is_outside_authority is 'True when the placement lies outside the authority; absent where the file does not say.';
