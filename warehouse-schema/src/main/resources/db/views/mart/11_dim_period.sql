-- One row per calendar month.
create view mart.dim_period as
select
    period.period_key,
    period.period_label,
    period.month_start,
    period.month_end,
    period.quarter_label,
    period.financial_year,
    period.month_of_financial_year,
    period.academic_year,
    period.month_index
from core.dim_period as period;

comment on view mart.dim_period is 'One row per calendar month.';
comment on column mart.dim_period.period_key is 'The month as a number, yyyymm: 202609 is September 2026. The key that all views share.';
comment on column mart.dim_period.period_label is 'The month in words.';
comment on column mart.dim_period.month_start is 'First day of the month.';
comment on column mart.dim_period.month_end is 'Last day of the month: the position date of a delivery for this month.';
comment on column mart.dim_period.quarter_label is 'Quarter of the financial year; Q1 is April to June.';
comment on column mart.dim_period.financial_year is 'Financial year, April to March.';
comment on column mart.dim_period.month_of_financial_year is 'Number of the month in the financial year: April is 1, March is 12.';
comment on column mart.dim_period.academic_year is 'Academic year, September to August.';
comment on column mart.dim_period.month_index is 'Number of the month, without gaps: twelve months earlier is month_index - 12.';
