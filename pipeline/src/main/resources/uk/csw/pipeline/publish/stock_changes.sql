-- Positions that moved by more than the bound since the month before, among those that are not shown yet.
with position as (
    select
        candidate.kpi_code,
        candidate.authority_key,
        candidate.period_key,
        candidate.basis,
        candidate.numerator,
        period.month_index
    from kpi.candidate_value as candidate
    inner join core.dim_period as period on period.period_key = candidate.period_key
    inner join kpi.definition
        on definition.kpi_code = candidate.kpi_code
        and definition.definition_version = candidate.definition_version
    where
        candidate.basis = 'snapshot'
        and candidate.numerator is not null
        and definition.unit in ('per_10000', 'count')
)
select
    count(*) over () as found,
    later.kpi_code || ' of authority ' || later.authority_key || ': ' || earlier.numerator || ' in '
    || earlier.period_key || ', ' || later.numerator || ' in ' || later.period_key as words
from position as later
inner join core.dim_period as month_before on month_before.month_index = later.month_index - 1
inner join kpi.next_value as earlier
    on earlier.kpi_code = later.kpi_code
    and earlier.authority_key = later.authority_key
    and earlier.period_key = month_before.period_key
    and earlier.basis = later.basis
left join kpi.value as shown
    on shown.kpi_code = later.kpi_code
    and shown.authority_key = later.authority_key
    and shown.period_key = later.period_key
    and shown.basis = later.basis
    and shown.release_to is null
where
    shown.numerator is distinct from later.numerator
    and abs(later.numerator - earlier.numerator) > :children
    and abs(later.numerator - earlier.numerator) * 100 > earlier.numerator * :percent
order by later.authority_key, later.period_key, later.kpi_code
limit :cases
