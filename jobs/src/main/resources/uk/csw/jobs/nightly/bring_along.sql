-- Lets a night of deliveries measure every authority whose figures are out of date, so that what is shown after it rests
-- on one set of definitions.
insert into ops.night (night_id, authorities, state, made_at)
select
    :night,
    array_agg(authority_key order by authority_key) as authorities,
    'to_publish' as state,
    :now as made_at
from kpi.out_of_date(:definitions)
where is_measured
having count(*) > 0
on conflict (night_id) do nothing
