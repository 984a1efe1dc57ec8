-- One row per period of care: a run of episodes without a gap.
create view mart.fact_care_period as
select
    authority.authority_code,
    care_period.child_key,
    care_period.care_period_no,
    care_period.start_date,
    care_period.is_start_known,
    care_period.end_date,
    care_period.end_date is null as is_open,
    case
        when care_period.end_date is null then 'not_applicable'
        else coalesce(care_period.end_reason, 'not_recorded')
    end as end_reason,
    care_period.is_presumed_ended,
    care_period.is_short_break,
    coalesce(care_period.need, 'not_recorded') as need,
    care_period.days
from core.fact_care_period as care_period
join core.authority as authority on care_period.authority_key = authority.authority_key;

comment on view mart.fact_care_period is 'One row per period of care: a run of episodes without a gap. From starting to be looked after to ceasing. Pseudonymous.';
comment on column mart.fact_care_period.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_care_period.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_care_period.care_period_no is 'Number of the period of care of the child, in order of start.';
comment on column mart.fact_care_period.start_date is 'First day of the period of care.';
comment on column mart.fact_care_period.is_start_known is 'False when the period began before the first delivery, so that start_date is only the earliest day known.';
comment on column mart.fact_care_period.end_date is 'Day on which the period of care ended; absent while is_open.';
comment on column mart.fact_care_period.is_open is 'True while the period of care goes on.';
comment on column mart.fact_care_period.end_reason is 'Why the child ceased to be looked after; code, see mart.dim_reason_ceased; not_applicable while it goes on, not_recorded when left blank.';
comment on column mart.fact_care_period.is_presumed_ended is 'True when the end is presumed, because the next years file no longer mentions it.';
comment on column mart.fact_care_period.is_short_break is 'True for a series of short breaks (legal status V3 or V4), which figures on looked after children leave out.';
comment on column mart.fact_care_period.need is 'Main reason why the child is looked after; code, see mart.dim_need; not_recorded when left blank.';
comment on column mart.fact_care_period.days is 'Calendar days the period of care lasted; absent while is_open.';
