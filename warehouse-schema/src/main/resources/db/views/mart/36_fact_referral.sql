-- One row per referral: the referral, the case it opened and its closure.
create view mart.fact_referral as
select
    authority.authority_code,
    referral.child_key,
    referral.referral_no,
    referral.referral_date,
    coalesce(referral.referral_source, 'not_recorded') as referral_source,
    coalesce(referral.need, 'not_recorded') as need,
    referral.is_nfa,
    referral.closure_date,
    referral.closure_date is null and not referral.is_nfa as is_open,
    case
        when referral.closure_date is null then 'not_applicable'
        else coalesce(referral.closure_reason, 'not_recorded')
    end as closure_reason,
    referral.is_presumed_closed,
    referral.is_impossible,
    referral.previous_referral_date,
    referral.is_rereferral_12m,
    referral.has_assessment,
    referral.has_enquiry,
    referral.has_protection_plan,
    referral.was_looked_after,
    referral.is_not_in_need,
    referral.days_open,
    referral.age_at_referral,
    coalesce(referral.team, 'not_recorded') as team,
    referral.delivery_id
from core.fact_referral as referral
join core.authority as authority on referral.authority_key = authority.authority_key;

comment on view mart.fact_referral is 'One row per referral: the referral, the case it opened and its closure. Two referrals of one child on one day are one. Pseudonymous.';
comment on column mart.fact_referral.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_referral.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_referral.referral_no is 'Number of the referral of the child, in order of date.';
comment on column mart.fact_referral.referral_date is 'Day of the referral.';
comment on column mart.fact_referral.referral_source is 'Who referred; code, see mart.dim_referral_source; not_recorded when left blank.';
comment on column mart.fact_referral.need is 'Category of need; code, see mart.dim_referral_need; not_recorded when left blank.';
comment on column mart.fact_referral.is_nfa is 'True when closed with no further action (NFA): the child never counts as in need.';
comment on column mart.fact_referral.closure_date is 'Day the case was closed; absent while is_open.';
comment on column mart.fact_referral.is_open is 'True while the case is open.';
comment on column mart.fact_referral.closure_reason is 'Why the case was closed; code, see mart.dim_closure_reason; not_applicable while it is open, not_recorded when left blank.';
comment on column mart.fact_referral.is_presumed_closed is 'True when the closure is presumed, because later files no longer mention the case.';
comment on column mart.fact_referral.is_impossible is 'True when the closure lies before the referral: the record is kept, but no figure counts on it.';
comment on column mart.fact_referral.previous_referral_date is 'Day of the referral of the child before this one; absent when there is none.';
comment on column mart.fact_referral.is_rereferral_12m is 'True when the child had been referred within the 12 months before.';
comment on column mart.fact_referral.has_assessment is 'True when an assessment followed.';
comment on column mart.fact_referral.has_enquiry is 'True when a section 47 enquiry or conference followed.';
comment on column mart.fact_referral.has_protection_plan is 'True when a child protection plan followed.';
comment on column mart.fact_referral.was_looked_after is 'True when the child was looked after while the case was open.';
comment on column mart.fact_referral.is_not_in_need is 'True when assessed, found not to be in need, and closed (reason RC8 or RC9).';
comment on column mart.fact_referral.days_open is 'Calendar days from referral to closure; absent while the case is open.';
comment on column mart.fact_referral.age_at_referral is 'Age in whole years on the day of the referral; absent when the date of birth is not known.';
comment on column mart.fact_referral.team is 'Team as the file names it; not_recorded when left blank.';
comment on column mart.fact_referral.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
