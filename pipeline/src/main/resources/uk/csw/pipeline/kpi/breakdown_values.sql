-- The part of each figure that falls in each category. Where nothing does there is no row.
insert into kpi.candidate_breakdown (
    kpi_code,
    authority_key,
    period_key,
    basis,
    breakdown,
    category,
    numerator,
    denominator,
    value,
    status
)
with part as (
    select
        divided.kpi_code,
        divided.authority_key,
        divided.period_key,
        divided.basis,
        tally.breakdown,
        tally.category,
        sum(tally.numerator) as numerator,
        sum(tally.denominator) as denominator
    from measure_breakdown_window as divided
    inner join measure_breakdown as tally
        on tally.kpi_code = divided.kpi_code
        and tally.authority_key = divided.authority_key
        and tally.month_index between divided.first_index and divided.last_index
    where
        (tally.previous_index is null or tally.previous_index < divided.first_index)
        and (tally.next_index is null or tally.next_index > divided.last_index)
    group by
        divided.kpi_code,
        divided.authority_key,
        divided.period_key,
        divided.basis,
        tally.breakdown,
        tally.category
)
select
    part.kpi_code,
    part.authority_key,
    part.period_key,
    part.basis,
    part.breakdown,
    part.category,
    part.numerator,
    case when not measured.is_count then part.denominator end as denominator,
    case
        when measured.is_count then part.numerator
        else plan.scale * part.numerator / part.denominator
    end as value,
    case
        when figure.status = 'immature' then 'immature'
        when not measured.is_count and part.denominator < plan.minimum_denominator then 'too_few'
        else 'measured'
    end as status
from part
inner join measure_plan as plan
    on plan.kpi_code = part.kpi_code
    and plan.basis = part.basis
-- Nobody estimates the population of a category.
cross join lateral (select plan.is_count or plan.unit = 'per_10000' as is_count) as measured
inner join kpi.candidate_value as figure
    on figure.kpi_code = part.kpi_code
    and figure.authority_key = part.authority_key
    and figure.period_key = part.period_key
    and figure.basis = part.basis
where
    measured.is_count
    or part.denominator > 0
