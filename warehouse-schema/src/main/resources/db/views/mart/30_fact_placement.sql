-- One row per placement of a child.
create view mart.fact_placement as
select
    authority.authority_code,
    placement.child_key,
    placement.placement_no,
    placement.care_period_no,
    placement.start_date,
    placement.end_date,
    placement.end_date is null as is_open,
    placement.placement_type,
    coalesce(placement.placement_provider, 'not_recorded') as placement_provider,
    coalesce(placement.urn, 'not_recorded') as urn,
    placement.is_temporary,
    placement.is_short_break,
    placement.is_presumed_ended,
    placement.days
from core.fact_placement as placement
join core.authority as authority on placement.authority_key = authority.authority_key;

comment on view mart.fact_placement is 'One row per placement of a child. Consecutive episodes in the same place are one placement; a temporary placement is a row of its own and does not break the one it interrupts. Pseudonymous.';
comment on column mart.fact_placement.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_placement.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_placement.placement_no is 'Number of the placement of the child, in order of start.';
comment on column mart.fact_placement.care_period_no is 'Number of the period of care of the child; see mart.fact_care_period.';
comment on column mart.fact_placement.start_date is 'First day of the placement.';
comment on column mart.fact_placement.end_date is 'Day on which the placement ended; absent while is_open.';
comment on column mart.fact_placement.is_open is 'True while the placement goes on.';
comment on column mart.fact_placement.placement_type is 'Kind of placement; code, see mart.dim_placement_type.';
comment on column mart.fact_placement.placement_provider is 'Kind of provider; code, see mart.dim_placement_provider; not_recorded when left blank.';
comment on column mart.fact_placement.urn is 'Unique reference number (URN) of the home or agency at Ofsted; not_recorded when left blank.';
comment on column mart.fact_placement.is_temporary is 'True for temporary placements (codes T0 to T4).';
comment on column mart.fact_placement.is_short_break is 'True for a series of short breaks (legal status V3 or V4), which figures on looked after children leave out.';
comment on column mart.fact_placement.is_presumed_ended is 'True when the end is presumed, because the next years file no longer mentions it.';
comment on column mart.fact_placement.days is 'Calendar days the placement lasted; absent while is_open.';
