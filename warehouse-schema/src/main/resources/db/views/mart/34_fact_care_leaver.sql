-- One row per care leaver and birthday, from the 17th to the 21st.
create view mart.fact_care_leaver as
select
    authority.authority_code,
    care_leaver.child_key,
    date_trunc('month', care_leaver.birthday)::date as birthday_month,
    care_leaver.age_at_birthday,
    care_leaver.in_touch,
    coalesce(care_leaver.activity, 'not_recorded') as activity,
    coalesce(care_leaver.accommodation, 'not_recorded') as accommodation,
    care_leaver.is_foster_leaver_at_18,
    care_leaver.delivery_id
from core.fact_care_leaver as care_leaver
join core.authority as authority on care_leaver.authority_key = authority.authority_key;

comment on view mart.fact_care_leaver is 'One row per care leaver and birthday, from the 17th to the 21st. Contact, main activity and accommodation around the birthday. Pseudonymous: the month of the birthday only.';
comment on column mart.fact_care_leaver.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_care_leaver.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_care_leaver.birthday_month is 'First day of the month of the birthday.';
comment on column mart.fact_care_leaver.age_at_birthday is 'Age reached on the birthday, in years.';
comment on column mart.fact_care_leaver.in_touch is 'Whether the authority is in touch; code, see mart.dim_in_touch.';
comment on column mart.fact_care_leaver.activity is 'Main activity; code, see mart.dim_activity; not_recorded when left blank.';
comment on column mart.fact_care_leaver.accommodation is 'Accommodation; code, see mart.dim_accommodation; not_recorded when left blank.';
comment on column mart.fact_care_leaver.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
comment on column mart.fact_care_leaver.is_foster_leaver_at_18 is 'True when the young person left care from a foster placement on turning 18.';
