-- One row per basis, kind of fact, end and number of years, and month: the first and the last month that its figure sums over.
-- A quarter has a figure at its last month, a year at the month it ends in; stock is the position at the month's end.
insert into measure_window (span_no, basis, is_stock, year_ends, window_years, period_key, first_index, last_index)
with planned as (
    -- distinct: many KPIs share a basis
    select distinct
        span_no,
        basis,
        is_stock,
        year_ends,
        window_years
    from measure_plan
),
covered as (
    -- distinct: many authorities share a month
    select distinct period_key
    from core.coverage
    where authority_key = any (:authorities)
)
select
    planned.span_no,
    planned.basis,
    planned.is_stock,
    planned.year_ends,
    planned.window_years,
    period.period_key,
    period.month_index - case
        when planned.is_stock then 0
        when planned.basis = 'quarter' then 2
        when planned.basis = 'ytd' then period.month_of_financial_year - 1
        when planned.basis in ('r12', 'annual') then 12 * planned.window_years - 1
        else 0
    end as first_index,
    period.month_index as last_index
from planned
cross join covered
inner join core.dim_period as period on period.period_key = covered.period_key
where
    (planned.basis <> 'quarter' or period.month_of_financial_year % 3 = 0)
    and (planned.basis <> 'annual' or period.period_key % 100 = planned.year_ends)
