-- one row per fostering household approved at a covered month end
insert into core.fact_foster_household_month (
    authority_key, period_key, household_no, household_type, is_own_agency, carers
)
select
    household.authority_key,
    period.period_key,
    household.household_no,
    household.household_type,
    household.is_own_agency,
    household.carers
from core.fact_foster_household as household
join core.coverage
    on coverage.authority_key = household.authority_key
    and coverage.entity = 'foster_household'
join core.dim_period as period
    on period.period_key = coverage.period_key
    and household.approval_date <= period.month_end
    and coalesce(household.deregistered_date, date '9999-12-31') > period.month_end
where household.authority_key = any (:authorities)
