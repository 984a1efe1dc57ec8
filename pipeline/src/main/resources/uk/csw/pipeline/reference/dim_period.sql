-- One row per month; the words come from the calendar, the one place that names years and quarters.
insert into core.dim_period (
    period_key, period_label, month_start, month_end, month_index, quarter_label, quarter_start,
    financial_year, financial_year_end, financial_year_start, month_of_financial_year, academic_year
)
select
    period_key,
    period_label,
    month_start::date as month_start,
    (month_start::date + interval '1 month' - interval '1 day')::date as month_end,
    (period_key / 100) * 12 + period_key % 100 - 1 as month_index,
    quarter_label,
    quarter_start::date as quarter_start,
    financial_year,
    financial_year_end,
    make_date(financial_year_end - 1, 4, 1) as financial_year_start,
    month_of_financial_year::smallint as month_of_financial_year,
    academic_year
from unnest(
    :period_keys,
    :period_labels,
    :month_starts,
    :quarter_labels,
    :quarter_starts,
    :financial_years,
    :financial_year_ends,
    :months_of_financial_year,
    :academic_years
) as months (
    period_key, period_label, month_start, quarter_label, quarter_start,
    financial_year, financial_year_end, month_of_financial_year, academic_year
)
