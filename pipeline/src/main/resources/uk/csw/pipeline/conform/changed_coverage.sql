-- the months that became covered, no longer are, or whose unbroken run begins elsewhere
insert into core.changed_fact (fact, dated_by, authority_key, period_key)
select
    'coverage' as fact,
    entity as dated_by,
    authority_key,
    period_key
from (
    select authority_key, entity, period_key, covered_from from core.coverage where authority_key = any (:authorities)
    union all
    select authority_key, entity, period_key, covered_from from covered_now
) as before_and_after
where authority_key in (select authority_key from kpi.shown_authority)
group by authority_key, entity, period_key
having count(*) = 1
    or min(covered_from) <> max(covered_from)
on conflict (authority_key, fact, dated_by, period_key) do update set is_measured = false
