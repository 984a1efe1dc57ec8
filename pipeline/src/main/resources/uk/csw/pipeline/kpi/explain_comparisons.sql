-- What one figure is set beside.
select
    comparison.comparator,
    comparison.comparator_period,
    comparison.vintage,
    comparison.comparator_value,
    comparison.difference,
    comparison.direction,
    comparison.method,
    comparison.members_used,
    comparison.members_total,
    comparison.rank,
    comparison.rank_of
from kpi.comparison
cross join ops.current_release
where
    comparison.kpi_code = :kpi
    and comparison.authority_key = :authority
    and comparison.period_key = :period
    and comparison.basis = :basis
    and comparison.release_from <= current_release.release_id
    and (comparison.release_to is null or comparison.release_to > current_release.release_id)
order by comparison.comparator
