-- Figures that would stand twice, and comparisons likewise.
with figure as (
    select
        authority_key,
        kpi_code,
        period_key,
        basis,
        'figure' as kind
    from kpi.candidate_value
    union all
    select
        authority_key,
        kpi_code,
        period_key,
        basis,
        comparator as kind
    from kpi.candidate_comparison
)
select
    count(*) over () as found,
    kpi_code || ' of authority ' || authority_key || ', ' || period_key || ' ' || basis || ' (' || kind || '): '
    || count(*) || ' times' as words
from figure
group by authority_key, kpi_code, period_key, basis, kind
having count(*) > 1
order by authority_key, kpi_code, period_key, basis
limit :cases
