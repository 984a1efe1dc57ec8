-- What one figure is set beside.
select
    comparison.comparator,
    coalesce(named.group_name, replace(comparison.comparator, '_', ' ')) as comparator_name,
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
from kpi.current_comparison as comparison
left join core.comparison_group as named on named.group_code = comparison.comparator
where
    kpi_code = :kpi
    and authority_key = :authority
    and period_key = :period
    and basis = :basis
order by
    case comparison.comparator
        when 'previous_period' then 1
        when 'same_period_last_year' then 2
        when 'statistical_neighbours' then 3
        when 'region' then 5
        when 'england' then 6
        when 'top_quartile' then 7
        else 4
    end,
    comparator_name
