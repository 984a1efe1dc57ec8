-- one row per child: date of birth, sex and ethnicity as the newest delivery in force tells them
create temporary table born on commit drop as
select distinct on (authority_key, child_key) -- several layouts may describe the same person
    authority_key,
    child_key,
    birth_date,
    sex,
    ethnicity
from staging.in_force_person
where authority_key = any (:authorities)
order by authority_key, child_key, birth_date is null, period_key desc, layout
