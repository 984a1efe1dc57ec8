-- the months a conform test needs, without the reference data
insert into core.dim_period
select
    year * 100 + month as period_key,
    to_char(make_date(year, month, 1), 'FMMonth YYYY') as period_label,
    make_date(year, month, 1) as month_start,
    (make_date(year, month, 1) + interval '1 month' - interval '1 day')::date as month_end,
    year * 12 + month - 1 as month_index,
    'Q' as quarter_label,
    make_date(year, month, 1) as quarter_start,
    'year' as financial_year,
    year + (month >= 4)::integer as financial_year_end,
    make_date(year - (month < 4)::integer, 4, 1) as financial_year_start,
    (month + 8) % 12 + 1 as month_of_financial_year,
    'year' as academic_year
from generate_series(1990, 2040) as years (year)
cross join generate_series(1, 12) as months (month)
on conflict do nothing;
analyze core.dim_period;
