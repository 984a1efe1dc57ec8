-- One row per day. working_day_number runs on over working days, so that wd(a, b) = number(b) - number(a).
insert into core.dim_date (date, period_key, day_of_week, is_working_day, working_day_number)
with holidays as (
    select unnest(:holidays)::date as holiday
),
days as (
    select :first_day::date + day_number as day
    from generate_series(0, :last_day::date - :first_day::date) as day_number
),
judged as (
    select
        days.day,
        extract(isodow from days.day) < 6 and holidays.holiday is null as is_working_day
    from days
    left join holidays on holidays.holiday = days.day
)
select
    day as date,
    (extract(year from day) * 100 + extract(month from day))::integer as period_key,
    extract(isodow from day)::smallint as day_of_week,
    is_working_day,
    (sum(is_working_day::integer) over (order by day))::integer as working_day_number
from judged
