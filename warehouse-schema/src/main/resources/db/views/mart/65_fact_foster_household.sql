-- One row per fostering household.
create view mart.fact_foster_household as
select
    authority.authority_code,
    foster_household.household_no,
    foster_household.approval_date,
    foster_household.deregistered_date,
    foster_household.is_presumed_ended,
    foster_household.household_type,
    foster_household.is_own_agency,
    foster_household.carers
from core.fact_foster_household as foster_household
join core.authority as authority on foster_household.authority_key = authority.authority_key;

comment on view mart.fact_foster_household is 'One row per fostering household. Names nobody.';
comment on column mart.fact_foster_household.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_foster_household.household_no is 'Number of the household within the authority, in order of approval.';
comment on column mart.fact_foster_household.approval_date is 'Day it was approved.';
comment on column mart.fact_foster_household.deregistered_date is 'Day its approval ended; absent while it lasts.';
comment on column mart.fact_foster_household.is_presumed_ended is 'True when later files no longer mention the household, so that its approval is taken to have ended.';
comment on column mart.fact_foster_household.household_type is 'general, connected (family and friends), short_breaks, lodgings (supported lodgings), or not known.';
comment on column mart.fact_foster_household.is_own_agency is 'True when the authority itself approved it.';
comment on column mart.fact_foster_household.carers is 'Number of carers in it; absent when not known.';
