-- one row per care leaver and birthday in the financial year of the return (17th to 21st)
with birthdays as (
    select
        leaver.*,
        -- the birthday that falls in the financial year of the return
        case
            when extract(month from leaver.birth_date) >= 4
                then period.financial_year_end - 1 - extract(year from leaver.birth_date)
            else period.financial_year_end - extract(year from leaver.birth_date)
        end::integer as age_at_birthday
    from staging.in_force_care_leaver as leaver
    join touched_child
        on touched_child.authority_key = leaver.authority_key
        and touched_child.child_key = leaver.child_key
    join core.dim_period as period on period.period_key = leaver.period_key
)
insert into core.fact_care_leaver (
    authority_key, child_key, birthday, age_at_birthday, in_touch, activity, accommodation, is_foster_leaver_at_18,
    delivery_id, file_id, line
)
select distinct on (authority_key, child_key, birth_date + make_interval(years => age_at_birthday)) -- one layout may repeat another
    authority_key,
    child_key,
    (birth_date + make_interval(years => age_at_birthday))::date as birthday,
    age_at_birthday,
    in_touch,
    activity,
    accommodation,
    -- left care from a foster placement because of turning 18: on that day or the day before
    exists (
        select 1
        from core.fact_care_episode as last_episode
        where last_episode.authority_key = birthdays.authority_key
            and last_episode.child_key = birthdays.child_key
            and last_episode.is_care_end
            and not last_episode.is_short_break
            and not last_episode.is_presumed_ended
            and last_episode.placement_type in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')
            and last_episode.end_date between (birthdays.birth_date + interval '18 years')::date - 1
                and (birthdays.birth_date + interval '18 years')::date
    ) as is_foster_leaver_at_18,
    delivery_id,
    file_id,
    line
from birthdays
where age_at_birthday between 0 and 120
order by
    authority_key, child_key, birth_date + make_interval(years => age_at_birthday),
    coalesce(last_mentioned, 999999) desc, period_key desc, layout
