-- the months of the rows that came, went or differ, by each date that places a row in a month; only of authorities whose
-- figures are shown, as all others are measured as a whole
insert into core.changed_fact (fact, dated_by, authority_key, period_key)
select distinct -- many rows of one month
    '${name}' as fact,
    dated.dated_by,
    differing.authority_key,
    dated.period_key
from (
    select ${columns}, sum(side) as side
    from (
        select ${columns}, 1 as side from held_${name}
        union all
        select ${columns}, -1 as side from ${derived}
    ) as both_sides
    where authority_key in (select authority_key from kpi.shown_authority)
    group by ${columns}
    having sum(side) <> 0
) as differing
cross join lateral (
    ${dates}
) as dated (dated_by, period_key)
where dated.period_key is not null
${months_alike}
on conflict (authority_key, fact, dated_by, period_key) do update set is_measured = false
