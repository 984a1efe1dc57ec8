-- Counts every KPI of one fact, date and occasion in one pass over the months wanted: per authority and month, and, where only a child's
-- first (last) event in a period counts, per month of the same child's event before (after) it.
insert into measure_tally (
    kpi_code,
    authority_key,
    month_index,
    previous_index,
    next_index,
    numerator,
    denominator
)
with counted as (
    select
        authority_key,
        {month} as month_key,
        {previous} as previous_key,
        {next} as next_key,
        {counts}
    from {rows}
    where
        authority_key = any (:authorities)
        and (authority_key, {month}) in (
            select
                authority_key,
                period_key
            from measure_month
            where counted_from = '{counted_from}'
        )
        and ({counted})
    group by 1, 2, 3, 4
)
select
    kpi.kpi_code,
    counted.authority_key,
    happened.month_index,
    earlier.month_index as previous_index,
    later.month_index as next_index,
    kpi.numerator,
    kpi.denominator
from counted
inner join core.dim_period as happened on happened.period_key = counted.month_key
left join core.dim_period as earlier on earlier.period_key = counted.previous_key
left join core.dim_period as later on later.period_key = counted.next_key
cross join lateral (values {kpis}) as kpi (kpi_code, numerator, denominator)
where
    kpi.numerator > 0
    or kpi.denominator > 0
