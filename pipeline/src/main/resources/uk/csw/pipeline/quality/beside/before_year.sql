-- working days after the start of the row and before the year
select
    checked.*,
    last_day.working_day_number - first_day.working_day_number as working_days_before_year
from ${checked} as checked
left join core.dim_date as first_day on first_day.date = checked.referral_date
left join core.dim_date as last_day on last_day.date = checked.year_start - 1
