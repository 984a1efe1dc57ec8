-- Figures shown now that the release would no longer have, per authority.
select
    count(*) over () as found,
    count(*) || ' figures of authority ' || authority_key || ', ' || min(period_key) || ' to ' || max(period_key) as words
from kpi.candidate_gone
group by authority_key
order by authority_key
limit :cases
