-- What one figure is set beside.
select
    comparator,
    comparator_period,
    vintage,
    comparator_value,
    difference,
    direction,
    method,
    members_used,
    members_total,
    rank,
    rank_of
from kpi.current_comparison
where
    kpi_code = :kpi
    and authority_key = :authority
    and period_key = :period
    and basis = :basis
order by array_position(
    array['previous_period', 'same_period_last_year', 'statistical_neighbours', 'region', 'england'],
    comparator
)
