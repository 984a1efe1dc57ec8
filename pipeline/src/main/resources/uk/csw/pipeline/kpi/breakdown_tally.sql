-- Counts every KPI of one fact, date and occasion by every column that divides it, in one pass.
insert into measure_breakdown (
    kpi_code,
    authority_key,
    month_index,
    previous_index,
    next_index,
    breakdown,
    category,
    numerator,
    denominator
)
with together as (
    -- each row is looked at once; what is then divided is far less
    select
        authority_key,
        month_key,
        previous_key,
        next_key,
        {categories},
        {counts}
    from (
        select
            *,
            {month} as month_key,
            {previous} as previous_key,
            {next} as next_key,
            {divided}
        from {rows}
        where
            authority_key = any (:authorities)
            and ({counted})
    ) as divided
    where (authority_key, month_key) in (
        select
            authority_key,
            period_key
        from measure_breakdown_month
        where is_stock = {is_stock}
    )
    group by authority_key, month_key, previous_key, next_key, {categories}
),
counted as (
    select
        authority_key,
        month_key,
        previous_key,
        next_key,
        case {breakdowns} end as breakdown,
        coalesce({categories}) as category,
        {sums}
    from together
    group by grouping sets (
        {sets}
    )
)
select
    kpi.kpi_code,
    counted.authority_key,
    happened.month_index,
    earlier.month_index as previous_index,
    later.month_index as next_index,
    counted.breakdown,
    counted.category,
    kpi.numerator,
    kpi.denominator
from counted
inner join core.dim_period as happened on happened.period_key = counted.month_key
left join core.dim_period as earlier on earlier.period_key = counted.previous_key
left join core.dim_period as later on later.period_key = counted.next_key
cross join lateral (values {kpis}) as kpi (kpi_code, breakdowns, numerator, denominator)
where
    counted.breakdown = any (kpi.breakdowns)
    and (
        kpi.numerator > 0
        or kpi.denominator > 0
    )
