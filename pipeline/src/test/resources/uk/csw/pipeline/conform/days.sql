-- days with Monday to Friday as working days; bank holidays are tested with the reference data
insert into core.dim_date
select
    day::date as date,
    (extract(year from day) * 100 + extract(month from day))::integer as period_key,
    extract(isodow from day)::smallint as day_of_week,
    extract(isodow from day) < 6 as is_working_day,
    count(*) filter (where extract(isodow from day) < 6) over (order by day) as working_day_number
from generate_series(date '2015-01-01', date '2030-12-31', interval '1 day') as days (day)
on conflict do nothing
