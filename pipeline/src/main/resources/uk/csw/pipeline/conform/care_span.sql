-- one row per span of days looked after, or missing or away while looked after; both the first and the last day belong
with spell as (
    select
        authority_key,
        child_key,
        'looked after' as kind,
        start_date,
        end_date
    from core.fact_care_period
    join touched_child using (authority_key, child_key)
    where not is_short_break
    union all
    select
        missing.authority_key,
        missing.child_key,
        -- a kind left blank counts as missing: the more serious of the two
        case when missing.missing_kind = 'A' then 'away' else 'missing' end as kind,
        greatest(missing.start_date, care_period.start_date) as start_date,
        least(missing.end_date, care_period.end_date) as end_date
    from core.fact_missing as missing
    join touched_child
        on touched_child.authority_key = missing.authority_key
        and touched_child.child_key = missing.child_key
    join core.fact_care_period as care_period
        on care_period.authority_key = missing.authority_key
        and care_period.child_key = missing.child_key
        and not care_period.is_short_break
        and missing.start_date <= coalesce(care_period.end_date, date '9999-12-31')
        and coalesce(missing.end_date, date '9999-12-31') >= care_period.start_date
    where not missing.is_impossible
)
insert into core.fact_care_span (
    authority_key, child_key, span_no, is_looked_after, is_missing, is_away, start_date, end_date, previous_end_date
)
select
    authority_key,
    child_key,
    row_number() over (partition by authority_key, child_key order by kind, start_date, end_date) as span_no,
    kind = 'looked after' as is_looked_after,
    kind = 'missing' as is_missing,
    kind = 'away' as is_away,
    start_date,
    end_date,
    max(coalesce(end_date, date '9999-12-31')) over earlier as previous_end_date
from spell
window earlier as (
    partition by authority_key, child_key, kind
    order by start_date, end_date
    rows between unbounded preceding and 1 preceding
)
