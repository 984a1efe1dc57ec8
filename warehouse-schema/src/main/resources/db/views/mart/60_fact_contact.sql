-- One row per contact about a child, with whether a referral followed.
create view mart.fact_contact as
select
    authority.authority_code,
    contact.child_key,
    contact.contact_no,
    contact.contact_date,
    contact.contact_source,
    contact.is_referred_3wd,
    contact.age_at_contact,
    contact.delivery_id
from core.fact_contact as contact
join core.authority as authority on contact.authority_key = authority.authority_key;

comment on view mart.fact_contact is 'One row per contact about a child, with whether a referral followed. A contact is any message that reaches the service; only some become referrals. Pseudonymous.';
comment on column mart.fact_contact.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_contact.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_contact.contact_no is 'Number of the contact of the child, in order of date.';
comment on column mart.fact_contact.contact_date is 'Day the contact was received.';
comment on column mart.fact_contact.contact_source is 'Who made the contact; see mart.dim_referral_source.';
comment on column mart.fact_contact.is_referred_3wd is 'True when a referral of the same child followed on the same day or within three working days.';
comment on column mart.fact_contact.age_at_contact is 'Age in whole years on that day; absent when the date of birth is not known.';
comment on column mart.fact_contact.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
