-- the rows of the months to derive again of a child of which something differs: those from then on
delete from ${table} as monthly
using child_since, core.dim_period as period
where child_since.authority_key = monthly.authority_key
    and child_since.child_key = monthly.child_key
    and period.period_key = monthly.period_key
    and period.month_index >= child_since.since_index
