-- One row per section 47 enquiry with its initial child protection conference, or transfer-in conference.
create view mart.fact_enquiry as
select
    authority.authority_code,
    enquiry.child_key,
    enquiry.enquiry_no,
    enquiry.referral_no,
    enquiry.start_date,
    enquiry.conference_date,
    enquiry.is_conference,
    enquiry.is_conference_required,
    enquiry.is_transfer_in,
    enquiry.working_days_to_conference,
    enquiry.is_impossible,
    enquiry.age_at_start,
    enquiry.delivery_id
from core.fact_enquiry as enquiry
join core.authority as authority on enquiry.authority_key = authority.authority_key;

comment on view mart.fact_enquiry is 'One row per section 47 enquiry with its initial child protection conference, or transfer-in conference. A section 47 enquiry asks whether a child suffers, or is likely to suffer, significant harm. Pseudonymous.';
comment on column mart.fact_enquiry.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_enquiry.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_enquiry.enquiry_no is 'Number of the enquiry of the child, in order of date.';
comment on column mart.fact_enquiry.referral_no is 'Number of the referral it followed, in mart.fact_referral; absent when no referral covers its date.';
comment on column mart.fact_enquiry.start_date is 'Day of the strategy discussion that began the enquiry; absent for a transfer-in conference.';
comment on column mart.fact_enquiry.conference_date is 'Day of the initial child protection conference (ICPC); absent when none was held.';
comment on column mart.fact_enquiry.is_conference is 'True when the conference counts; of several rows with one conference, the first.';
comment on column mart.fact_enquiry.is_conference_required is 'False when the enquiry ended without need for a conference.';
comment on column mart.fact_enquiry.is_transfer_in is 'True for the conference of a child who moved in with a plan of another authority.';
comment on column mart.fact_enquiry.working_days_to_conference is 'Working days from the strategy discussion, which is day 0, to the conference; absent when none was held.';
comment on column mart.fact_enquiry.is_impossible is 'True when the conference lies before the enquiry: the record is kept, but no figure counts on it.';
comment on column mart.fact_enquiry.age_at_start is 'Age in whole years on the first day; absent when the date of birth is not known.';
comment on column mart.fact_enquiry.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
