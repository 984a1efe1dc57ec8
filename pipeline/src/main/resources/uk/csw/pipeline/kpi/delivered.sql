-- One row per figure that another service delivered for a KPI that takes it: worked out anew from its numerator and
-- denominator where both came, otherwise as it came. It replaces not_available only: records go before it.
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
    definition_version,
    coverage_percent
)
with taken as (
    select
        plan.kpi_code,
        plan.basis,
        plan.definition_version,
        plan.unit,
        plan.scale,
        plan.minimum_denominator,
        delivered.authority_key,
        delivered.period_key,
        delivered.coverage_percent,
        case when plan.unit = 'count' then coalesce(delivered.numerator, delivered.value) else delivered.numerator end
            as numerator,
        case
            when plan.unit = 'count' then null
            when plan.unit = 'per_10000' and delivered.numerator is not null
                then coalesce(delivered.denominator, resident.children_0_17)
            else delivered.denominator
        end as denominator,
        delivered.value,
        plan.unit = 'per_10000'
        and delivered.numerator is not null
        and delivered.denominator is null
        and coalesce(resident.is_provisional, false) as is_provisional
    from measure_plan as plan
    inner join core.fact_indicator as delivered
        on delivered.kpi_code = plan.kpi_code
        and delivered.basis = plan.basis
    inner join core.dim_period as period on period.period_key = delivered.period_key
    left join lateral (
        select
            population.children_0_17,
            population.mid_year <> period.financial_year_end - 1 as is_provisional
        from core.population
        where population.area_code = delivered.authority_key::text
        order by
            population.mid_year <= period.financial_year_end - 1 desc,
            abs(population.mid_year - period.financial_year_end + 1)
        limit 1
    ) as resident on plan.unit = 'per_10000'
    where
        (plan.is_delivered or plan.is_else_delivered)
        and delivered.authority_key = any (:authorities)
        -- also where no month is covered: a service may deliver what came before the files
        and (
            delivered.authority_key in (select authority_key from measure_whole)
            or (delivered.authority_key, delivered.period_key) in (
                select
                    authority_key,
                    period_key
                from core.changed_fact
                where fact = 'fact_indicator'
            )
            or (plan.plan_no, delivered.authority_key, delivered.period_key) in (
                select
                    plan_no,
                    authority_key,
                    period_key
                from measure_scope
            )
        )
        and delivered.period_key between plan.valid_from and plan.valid_to
        and (plan.basis <> 'quarter' or period.month_of_financial_year % 3 = 0)
        and (plan.basis <> 'annual' or delivered.period_key % 100 = plan.year_ends)
),
valued as (
    select
        taken.*,
        case
            when taken.unit = 'count' then taken.numerator
            when taken.denominator = 0 then null
            else coalesce(taken.scale * taken.numerator / taken.denominator, taken.value)
        end as figure
    from taken
),
judged as (
    select
        valued.*,
        case
            when valued.denominator = 0 then 'no_data'
            -- a share that cannot be is no figure; the check of the row has said so
            when valued.figure is null or valued.unit = 'percent' and valued.figure not between 0 and 100
                then 'not_available'
            when valued.denominator < valued.minimum_denominator then 'too_few'
            else 'measured'
        end as status
    from valued
)
select
    kpi_code,
    authority_key,
    period_key,
    basis,
    case when status <> 'not_available' then numerator end as numerator,
    case when status <> 'not_available' then denominator end as denominator,
    case when status <> 'not_available' then figure end as value,
    status,
    is_provisional and status <> 'not_available' as is_provisional,
    definition_version,
    coverage_percent
from judged
on conflict (authority_key, period_key, kpi_code, basis) do update set
    numerator = excluded.numerator,
    denominator = excluded.denominator,
    value = excluded.value,
    status = excluded.status,
    is_provisional = excluded.is_provisional,
    coverage_percent = excluded.coverage_percent
where measure_value.status = 'not_available'
