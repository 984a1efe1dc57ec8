-- One row per figure to be measured: KPI, basis, authority and month that the first entity the KPI rests on covers.
insert into measure_value (
    kpi_code,
    authority_key,
    period_key,
    basis,
    numerator,
    denominator,
    value,
    status,
    is_provisional,
    definition_version
)
with figure as (
    select
        plan.plan_no,
        plan.kpi_code,
        plan.basis,
        plan.definition_version,
        plan.unit,
        plan.scale,
        plan.is_count,
        plan.is_median,
        plan.maturity_days,
        plan.minimum_denominator,
        coverage.authority_key,
        period.period_key,
        period.financial_year_end,
        coverage.newest_end - period.month_end as age_days,
        coverage.period_key between plan.valid_from and plan.valid_to as is_valid,
        -- what another service delivers is not known from records; delivered.sql fills it in
        not plan.is_delivered and coalesce(coverage.first_index <= case
            when plan.is_stock then scope.last_index - greatest(plan.look_back_months - 1, 0)
            else scope.first_index - plan.look_back_months
        end, false) as is_covered
    from measure_scope as scope
    inner join measure_plan as plan on plan.plan_no = scope.plan_no
    inner join measure_coverage as coverage
        on coverage.covered_by = plan.covered_by
        and coverage.authority_key = scope.authority_key
        and coverage.period_key = scope.period_key
    inner join core.dim_period as period on period.period_key = coverage.period_key
),
counted as (
    select
        scope.plan_no,
        scope.authority_key,
        scope.period_key,
        sum(tally.numerator) as numerator,
        sum(tally.denominator) as denominator
    from measure_scope as scope
    inner join measure_plan as plan on plan.plan_no = scope.plan_no
    -- month by month, so that the tallies are looked up in a hash table; of an array the planner expects ten
    cross join lateral unnest(array(
        select generate_series(scope.first_index, scope.last_index)
    )) as happened (month_index)
    inner join measure_tally as tally
        on tally.kpi_code = plan.kpi_code
        and tally.authority_key = scope.authority_key
        and tally.month_index = happened.month_index
    where
        (tally.previous_index is null or tally.previous_index < scope.first_index)
        and (tally.next_index is null or tally.next_index > scope.last_index)
    group by scope.plan_no, scope.authority_key, scope.period_key
),
authority_year as (
    -- distinct: twelve months share a financial year
    select distinct
        authority_key,
        financial_year_end
    from figure
),
resident as materialized (
    -- The year ending March Y divides by mid-year Y-1; not published yet, by the newest before it.
    select
        authority_year.authority_key,
        authority_year.financial_year_end,
        estimate.children_0_17,
        estimate.mid_year <> authority_year.financial_year_end - 1 as is_provisional
    from authority_year
    cross join lateral (
        select
            population.mid_year,
            population.children_0_17
        from core.population
        where population.area_code = authority_year.authority_key::text
        order by
            population.mid_year <= authority_year.financial_year_end - 1 desc,
            abs(population.mid_year - authority_year.financial_year_end + 1)
        limit 1
    ) as estimate
),
known as (
    select
        figure.*,
        case
            when not figure.is_covered then null
            when figure.is_median then null
            else coalesce(counted.numerator, 0)
        end as counted_numerator,
        case
            when not figure.is_covered or figure.is_count then null
            when figure.unit = 'per_10000' then resident.children_0_17
            else coalesce(median.denominator, counted.denominator, 0)
        end as counted_denominator,
        case when figure.is_covered then median.median end as median,
        figure.unit = 'per_10000' and not figure.is_count and resident.children_0_17 is null as is_population_missing,
        figure.unit = 'per_10000' and not figure.is_count and coalesce(resident.is_provisional, false)
            as is_provisional
    from figure
    left join counted
        on counted.plan_no = figure.plan_no
        and counted.authority_key = figure.authority_key
        and counted.period_key = figure.period_key
    left join measure_median as median
        on median.kpi_code = figure.kpi_code
        and median.basis = figure.basis
        and median.authority_key = figure.authority_key
        and median.period_key = figure.period_key
    left join resident
        on resident.authority_key = figure.authority_key
        and resident.financial_year_end = figure.financial_year_end
),
judged as (
    select
        known.*,
        case
            when not known.is_valid then 'not_applicable'
            when not known.is_covered or known.is_population_missing then 'not_available'
            when known.counted_denominator = 0 then 'no_data'
            when known.age_days < known.maturity_days then 'immature'
            when known.counted_denominator < known.minimum_denominator then 'too_few'
            else 'measured'
        end as status
    from known
)
select
    kpi_code,
    authority_key,
    period_key,
    basis,
    case when status not in ('not_applicable', 'not_available') then counted_numerator end as numerator,
    case when status not in ('not_applicable', 'not_available') then counted_denominator end as denominator,
    case
        when status in ('not_applicable', 'not_available', 'no_data') then null
        when is_median then median
        when counted_denominator is null then counted_numerator
        else scale * counted_numerator / counted_denominator
    end as value,
    status,
    is_provisional and status not in ('not_applicable', 'not_available') as is_provisional,
    definition_version
from judged
