-- The first covered month of the run that ends with a period, for each entity a figure rests on.
select
    wanted.entity,
    coverage.covered_from
from unnest(:entities::text[]) as wanted (entity)
left join core.coverage
    on coverage.entity = wanted.entity
    and coverage.authority_key = :authority
    and coverage.period_key = :period
