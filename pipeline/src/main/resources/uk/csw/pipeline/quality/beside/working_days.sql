-- working days from the start of the row to the end of the month
select
    checked.*,
    last_day.working_day_number - first_day.working_day_number as working_days_open
from ${checked} as checked
left join core.dim_date as first_day on first_day.date = checked.start_date
left join core.dim_date as last_day on last_day.date = checked.month_end
