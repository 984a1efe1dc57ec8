-- The counts of months, quarters and years that the figures of the measured authorities tell, those included that a
-- difference of two years to date tells; per KPI, or per group of KPIs that give each other away.
insert into public_granule (
    authority_key,
    disclosure_group,
    year_end_index,
    grain,
    first_index,
    last_index,
    is_safe,
    is_ample
)
with cell as (
    select *
    from public_figure
    where
        disclosure <> 'none'
        and window_years = 1
),
year_to_date as (
    select
        cell.*,
        case
            when month_index = year_end_index - 11 then 0
            when lag(month_index) over year = month_index - 1 then lag(numerator) over year
        end as numerator_before,
        case
            when month_index = year_end_index - 11 then 0
            when lag(month_index) over year = month_index - 1 then lag(denominator) over year
        end as denominator_before,
        case
            when month_index = year_end_index - 9 then 0
            when lag(month_index, 3) over year = month_index - 3 then lag(numerator, 3) over year
        end as numerator_of_quarters_before,
        case
            when month_index = year_end_index - 9 then 0
            when lag(month_index, 3) over year = month_index - 3 then lag(denominator, 3) over year
        end as denominator_of_quarters_before
    from cell
    where
        basis = 'ytd'
        and not is_position
    window year as (partition by authority_key, kpi_code, year_end_index order by month_index)
),
counted as (
    select
        authority_key,
        disclosure_group,
        kpi_code,
        unit,
        year_end_index,
        'month' as grain,
        month_index as first_index,
        month_index as last_index,
        numerator,
        denominator
    from cell
    where
        basis = 'month'
        and not is_position
    union all
    select
        authority_key,
        disclosure_group,
        kpi_code,
        unit,
        year_end_index,
        'month' as grain,
        month_index as first_index,
        month_index as last_index,
        numerator - numerator_before as numerator,
        denominator - denominator_before as denominator
    from year_to_date
    union all
    select
        authority_key,
        disclosure_group,
        kpi_code,
        unit,
        year_end_index,
        'quarter' as grain,
        month_index - 2 as first_index,
        month_index as last_index,
        numerator,
        denominator
    from cell
    where
        basis = 'quarter'
        and has_quarters
        and not is_position
    union all
    select
        authority_key,
        disclosure_group,
        kpi_code,
        unit,
        year_end_index,
        'quarter' as grain,
        month_index - 2 as first_index,
        month_index as last_index,
        numerator - numerator_of_quarters_before as numerator,
        denominator - denominator_of_quarters_before as denominator
    from year_to_date
    where
        has_quarters
        and (year_end_index - month_index) % 3 = 0
    union all
    select
        authority_key,
        disclosure_group,
        kpi_code,
        unit,
        year_end_index,
        'year' as grain,
        month_index - 11 as first_index,
        month_index as last_index,
        numerator,
        denominator
    from cell
    where
        basis in ('annual', 'r12', 'ytd')
        and month_index = year_end_index
        and not is_position
),
member as (
    select
        authority_key,
        disclosure_group,
        count(distinct kpi_code) as kpis
    from cell
    where not is_position
    group by authority_key, disclosure_group
),
-- Between two positions lie those who came and those who left.
unsafe_position as (
    -- distinct: several KPIs of a group may be small at once
    select distinct
        authority_key,
        disclosure_group,
        month_index
    from cell
    where
        is_position
        and not is_safe
),
judged as (
    select
        counted.authority_key,
        counted.disclosure_group,
        counted.year_end_index,
        counted.grain,
        counted.first_index,
        counted.last_index,
        count(distinct counted.kpi_code) as kpis,
        bool_and(kpi.is_safe(counted.unit, counted.numerator, counted.denominator)) as is_safe,
        bool_and(coalesce(
            case
                when counted.unit = 'percent'
                    then counted.numerator >= 18 and counted.denominator - counted.numerator >= 18
                when counted.unit in ('working_days', 'days', 'score', 'cases') then counted.denominator >= 18
                else counted.numerator >= 18
            end,
            false
        )) as is_ample
    from counted
    group by
        counted.authority_key,
        counted.disclosure_group,
        counted.year_end_index,
        counted.grain,
        counted.first_index,
        counted.last_index
)
select
    judged.authority_key,
    judged.disclosure_group,
    judged.year_end_index,
    judged.grain,
    judged.first_index,
    judged.last_index,
    judged.is_safe
    and judged.kpis = member.kpis
    -- Looked up in a hash table whatever the planner expects; joined, each would be set against each.
    and (judged.authority_key, judged.disclosure_group, judged.first_index - 1) not in (
        select
            authority_key,
            disclosure_group,
            month_index
        from unsafe_position
    )
    and (judged.authority_key, judged.disclosure_group, judged.last_index) not in (
        select
            authority_key,
            disclosure_group,
            month_index
        from unsafe_position
    ) as is_safe,
    -- Three times what is safe at least: counts that large in every period of one year do not fall below 6 in the next
    -- by chance.
    judged.is_ample and judged.kpis = member.kpis as is_ample
from judged
inner join member
    on member.authority_key = judged.authority_key
    and member.disclosure_group = judged.disclosure_group
