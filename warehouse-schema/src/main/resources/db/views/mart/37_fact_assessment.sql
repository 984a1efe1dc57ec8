-- One row per assessment.
create view mart.fact_assessment as
select
    authority.authority_code,
    assessment.child_key,
    assessment.assessment_no,
    assessment.referral_no,
    assessment.start_date,
    assessment.end_date,
    assessment.end_date is null as is_open,
    assessment.working_days,
    assessment.is_presumed_ended,
    assessment.is_impossible,
    assessment.age_at_start,
    coalesce(assessment.team, 'not_recorded') as team,
    coalesce(assessment.assessment_type, 'single') as assessment_type,
    assessment.working_days_from_referral,
    assessment.delivery_id
from core.fact_assessment as assessment
join core.authority as authority on assessment.authority_key = authority.authority_key;

comment on view mart.fact_assessment is 'One row per assessment. Pseudonymous.';
comment on column mart.fact_assessment.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_assessment.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_assessment.assessment_no is 'Number of the assessment of the child, in order of start.';
comment on column mart.fact_assessment.referral_no is 'Number of the referral it followed, in mart.fact_referral; absent when no referral covers its date.';
comment on column mart.fact_assessment.start_date is 'Day the assessment began.';
comment on column mart.fact_assessment.end_date is 'Day it was authorised; absent while is_open.';
comment on column mart.fact_assessment.is_open is 'True while it goes on.';
comment on column mart.fact_assessment.working_days is 'Working days from the start, which is day 0, to the day it was authorised, bank holidays of England left out; absent while is_open.';
comment on column mart.fact_assessment.is_presumed_ended is 'True when the end is presumed, because later files no longer mention the assessment.';
comment on column mart.fact_assessment.is_impossible is 'True when the end lies before the start: the record is kept, but no figure counts on it.';
comment on column mart.fact_assessment.age_at_start is 'Age in whole years on the first day; absent when the date of birth is not known.';
comment on column mart.fact_assessment.team is 'Team as the file names it; not_recorded when left blank.';
comment on column mart.fact_assessment.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
comment on column mart.fact_assessment.assessment_type is 'single; until 2013/14 also initial or core.';
comment on column mart.fact_assessment.working_days_from_referral is 'Working days from the referral, which is day 0, to the day it was authorised; absent while is_open or when no referral covers its date.';
