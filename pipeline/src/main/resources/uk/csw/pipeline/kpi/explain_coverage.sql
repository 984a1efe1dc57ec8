-- The first covered month of the run that ends with a period, and the newest covered month of all.
select
    max(covered_from) filter (where period_key = :period) as covered_from,
    max(period_key) as newest
from core.coverage
where
    authority_key = :authority
    and entity = :entity
