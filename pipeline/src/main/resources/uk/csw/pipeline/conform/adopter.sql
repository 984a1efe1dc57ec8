-- one row per household approved to adopt
with known as (
    select distinct on (authority_key, household_ref) * -- one layout may repeat another
    from staging.in_force_adopter
    where authority_key = any (:authorities)
    order by authority_key, household_ref, coalesce(last_mentioned, 999999) desc, period_key desc, layout
)
insert into core.fact_adopter (authority_key, adopter_no, approval_date, is_own_agency)
select
    authority_key,
    row_number() over (partition by authority_key order by approval_date, household_ref) as adopter_no,
    approval_date,
    coalesce(is_own_agency, true) as is_own_agency
from known
