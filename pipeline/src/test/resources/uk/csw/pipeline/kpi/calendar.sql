-- Every month 1990-2040.
insert into core.dim_period (
    period_key, period_label, month_start, month_end, month_index, quarter_label, quarter_start, financial_year,
    financial_year_end, financial_year_start, month_of_financial_year, academic_year
)
with month as (
    select
        first_day::date as month_start,
        (first_day + interval '1 month - 1 day')::date as month_end,
        extract(year from first_day)::integer as year,
        extract(month from first_day)::integer as month
    from generate_series(date '1990-01-01', date '2040-12-01', interval '1 month') as first_day
)
select
    year * 100 + month,
    to_char(month_start, 'FMMonth YYYY'),
    month_start,
    month_end,
    year * 12 + month - 1,
    'Q' || ((month + 8) % 12) / 3 + 1,
    date_trunc('quarter', month_start)::date,
    'to ' || case when month >= 4 then year + 1 else year end,
    case when month >= 4 then year + 1 else year end,
    make_date(case when month >= 4 then year else year - 1 end, 4, 1),
    (month + 8) % 12 + 1,
    'not used'
from month;
analyze core.dim_period;
