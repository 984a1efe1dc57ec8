-- one row per authority and month that became covered, or no longer is, for one entity or another
create temporary table changed_month on commit drop as
select distinct -- several entities change together
    authority_key,
    period_key
from (
    select authority_key, entity, period_key from core.coverage where authority_key = any (:authorities)
    union all
    select authority_key, entity, period_key from covered_now
) as before_and_after
group by authority_key, entity, period_key
having count(*) = 1
