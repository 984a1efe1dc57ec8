-- months newly covered; the others have their row, as nearly all do every night
insert into core.coverage (authority_key, entity, period_key, covered_from)
select authority_key, entity, period_key, covered_from
from covered_now
except
select authority_key, entity, period_key, covered_from
from core.coverage
where authority_key = any (:authorities)
