-- one row per child: date of birth, sex and ethnicity as the newest delivery in force tells them
with described as (
    select
        authority_key,
        child_key,
        period_key,
        layout,
        coalesce(birth_date, expected_birth_date) as birth_date,
        sex,
        ethnicity
    from staging.in_force_person
    join touched_child using (authority_key, child_key)
    union all
    select
        authority_key,
        child_key,
        period_key,
        layout,
        null as birth_date,
        null as sex,
        ethnicity
    from staging.in_force_person_ethnicity
    join touched_child using (authority_key, child_key)
)
insert into staging.described_child (authority_key, child_key, birth_date, sex, ethnicity)
select
    authority_key,
    child_key,
    (array_agg(birth_date order by period_key desc, layout) filter (where birth_date is not null))[1] as birth_date,
    (array_agg(sex order by period_key desc, layout) filter (where sex is not null))[1] as sex,
    (array_agg(ethnicity order by period_key desc, layout) filter (where ethnicity is not null))[1] as ethnicity
from described
group by authority_key, child_key
