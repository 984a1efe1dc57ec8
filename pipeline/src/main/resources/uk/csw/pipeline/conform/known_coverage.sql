-- the months covered so far, kept aside to see which are new
create temporary table known_coverage on commit drop as
select authority_key, entity, period_key, covered_from
from core.coverage
where authority_key = any (:authorities)
