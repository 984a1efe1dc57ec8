-- One row per KPI, authority, period, basis and comparator: the comparison of the current release.
create view kpi.current_comparison as
select
    comparison.kpi_code,
    comparison.authority_key,
    comparison.period_key,
    comparison.basis,
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
    comparison.rank_of,
    comparison.band
from kpi.comparison as comparison
where
    comparison.release_from <= (select release_id from ops.current_release)
    and (comparison.release_to is null or comparison.release_to > (select release_id from ops.current_release));

comment on view kpi.current_comparison is 'One row per KPI, authority, period, basis and comparator: the comparison of the current release.';
