-- One row per fostering household approved at a covered month end.
create view mart.foster_household_month as
select
    authority.authority_code,
    foster_household_month.period_key,
    foster_household_month.household_no,
    foster_household_month.household_type,
    foster_household_month.is_own_agency,
    foster_household_month.carers
from core.fact_foster_household_month as foster_household_month
join core.authority as authority on foster_household_month.authority_key = authority.authority_key;

comment on view mart.foster_household_month is 'One row per fostering household approved at a covered month end. Stock: never sum over months. Names nobody.';
comment on column mart.foster_household_month.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.foster_household_month.period_key is 'Month, yyyymm; see mart.dim_period.';
comment on column mart.foster_household_month.household_no is 'Number of the household in mart.fact_foster_household.';
comment on column mart.foster_household_month.household_type is 'As in mart.fact_foster_household.';
comment on column mart.foster_household_month.is_own_agency is 'True when the authority itself approved it.';
comment on column mart.foster_household_month.carers is 'Number of carers in it; absent when not known.';
