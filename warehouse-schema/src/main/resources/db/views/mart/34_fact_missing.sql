-- One row per time a looked-after child was missing or away without authorisation.
create view mart.fact_missing as
select
    authority.authority_code,
    missing.child_key,
    missing.missing_no,
    coalesce(missing.missing_kind, 'not_recorded') as missing_kind,
    missing.start_date,
    missing.end_date,
    missing.end_date is null as is_open,
    missing.is_presumed_ended,
    missing.is_impossible,
    missing.days,
    missing.delivery_id
from core.fact_missing as missing
join core.authority as authority on missing.authority_key = authority.authority_key;

comment on view mart.fact_missing is 'One row per time a looked-after child was missing or away without authorisation. Pseudonymous.';
comment on column mart.fact_missing.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_missing.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_missing.missing_no is 'Number of the occasion of the child, in order of start.';
comment on column mart.fact_missing.missing_kind is 'M missing, A away without authorisation; not_recorded when left blank, which figures count as missing.';
comment on column mart.fact_missing.start_date is 'First day.';
comment on column mart.fact_missing.end_date is 'Day of return; absent while is_open.';
comment on column mart.fact_missing.is_open is 'True while the child has not returned.';
comment on column mart.fact_missing.is_presumed_ended is 'True when the end is presumed, because newer files no longer mention it.';
comment on column mart.fact_missing.is_impossible is 'True when the end lies before the start: the record is kept, but no figure counts on it.';
comment on column mart.fact_missing.days is 'Calendar days from the first day to the return; absent while is_open or where the end is presumed or impossible.';
comment on column mart.fact_missing.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
