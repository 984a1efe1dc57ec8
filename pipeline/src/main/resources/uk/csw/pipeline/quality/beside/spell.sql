-- the rows of the same child before and after, by when they began
select
    checked.*,
    lag(checked.${start}) over by_start as previous_start_date,
    lag(checked.${end}) over by_start as previous_end_date,
    lead(checked.${start}) over by_start as next_start_date,
    -- until when rows that began before run, open ones to the end of the month
    max(coalesce(checked.${end}, ${open_until})) over (
        by_start rows between unbounded preceding and 1 preceding
    ) as covered_until_date,
    count(*) filter (where checked.${end} is null) over (partition by ${same}) as open_rows
from ${checked} as checked
window by_start as (partition by ${same} order by ${order}checked.${start}, checked.${end}, checked.line)
