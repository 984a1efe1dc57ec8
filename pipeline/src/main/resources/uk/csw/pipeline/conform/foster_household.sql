-- one row per fostering household; one that newer files no longer mention is presumed to have ended
with known as (
    select distinct on (authority_key, household_ref) * -- one layout may repeat another
    from staging.in_force_foster_household
    where authority_key = any (:authorities)
    order by authority_key, household_ref, coalesce(last_mentioned, 999999) desc, period_key desc, layout
)
insert into core.fact_foster_household (
    authority_key, household_no, approval_date, deregistered_date, is_presumed_ended, household_type, is_own_agency,
    carers
)
select
    household.authority_key,
    row_number() over (
        partition by household.authority_key
        order by household.approval_date, household.household_ref
    ) as household_no,
    household.approval_date,
    coalesce(
        household.deregistered_date,
        case
            when last_possible_day.last_day is not null
                then greatest(household.approval_date, last_possible_day.last_day)
        end
    ) as deregistered_date,
    household.deregistered_date is null and last_possible_day.last_day is not null as is_presumed_ended,
    coalesce(household.household_type, 'not known') as household_type,
    coalesce(household.is_own_agency, true) as is_own_agency,
    household.carers
from known as household
left join last_possible_day
    on last_possible_day.authority_key = household.authority_key
    and last_possible_day.layout = household.layout
    and last_possible_day.period_key = household.last_mentioned
