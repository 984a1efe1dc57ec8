-- One row per time a child came back from being missing, with the interview that has to follow.
create view mart.fact_return_interview as
select
    authority.authority_code,
    return_interview.child_key,
    return_interview.return_no,
    return_interview.missing_start_date,
    return_interview.return_date,
    return_interview.is_offered,
    return_interview.is_accepted,
    return_interview.interview_date,
    return_interview.is_in_72h,
    return_interview.age_at_return,
    return_interview.delivery_id
from core.fact_return_interview as return_interview
join core.authority as authority on return_interview.authority_key = authority.authority_key;

comment on view mart.fact_return_interview is 'One row per time a child came back from being missing, with the interview that has to follow. Pseudonymous.';
comment on column mart.fact_return_interview.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_return_interview.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_return_interview.return_no is 'Number of the return of the child, in order of date.';
comment on column mart.fact_return_interview.missing_start_date is 'Day the child went missing; absent when not known.';
comment on column mart.fact_return_interview.return_date is 'Day the child came back.';
comment on column mart.fact_return_interview.is_offered is 'True when an interview was offered.';
comment on column mart.fact_return_interview.is_accepted is 'True when it was accepted.';
comment on column mart.fact_return_interview.interview_date is 'Day of the interview; absent when none was held.';
comment on column mart.fact_return_interview.is_in_72h is 'True when it was held within 72 hours; by days, no later than the third, where hours are not known.';
comment on column mart.fact_return_interview.age_at_return is 'Age in whole years on that day; absent when the date of birth is not known.';
comment on column mart.fact_return_interview.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
