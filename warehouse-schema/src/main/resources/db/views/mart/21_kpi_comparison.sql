-- One row per KPI, authority, period, basis and comparator: the comparison of the current release.
create view mart.kpi_comparison as
select
    comparison.kpi_code,
    authority.authority_code,
    comparison.period_key,
    comparison.basis,
    comparison.comparator,
    comparison.comparator_period,
    comparison.vintage,
    comparison.comparator_value,
    case
        when comparison.comparator_value is null then 'not_available'
        else 'measured'
    end as comparator_status,
    comparison.difference,
    comparison.direction,
    comparison.method,
    comparison.members_used,
    comparison.members_total,
    comparison.rank,
    comparison.rank_of,
    comparison.band,
    current_release.release_id,
    coalesce(named.group_name, replace(comparison.comparator, '_', ' ')) as comparator_name
from kpi.current_comparison as comparison
join core.authority as authority on comparison.authority_key = authority.authority_key
left join core.comparison_group as named on comparison.comparator = named.group_code
cross join ops.current_release as current_release;

comment on view mart.kpi_comparison is 'One row per KPI, authority, period, basis and comparator: what the figure in mart.kpi_value is set beside in the current release.';
comment on column mart.kpi_comparison.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.kpi_comparison.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.kpi_comparison.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart.kpi_comparison.basis is 'How the figure is accumulated; see mart.kpi_value.';
comment on column mart.kpi_comparison.comparator is 'What it is compared with: previous_period, same_period_last_year, statistical_neighbours, region, england, top_quartile, or the code of a comparison group; see mart.comparison_group.';
comment on column mart.kpi_comparison.comparator_period is 'Month in which the comparator ends, yyyymm; absent when it belongs to no month.';
comment on column mart.kpi_comparison.vintage is 'Neighbour model or edition of the group, and the published table with its edition, that the comparator comes from; own for the authority''s earlier figures.';
comment on column mart.kpi_comparison.comparator_value is 'The comparator in the unit of the KPI, not rounded; absent when comparator_status is not_available.';
comment on column mart.kpi_comparison.comparator_status is 'measured, or not_available when there is nothing to compare with.';
comment on column mart.kpi_comparison.difference is 'Value less comparator, both as shown, in the unit of the KPI: percentage points for percentages. Absent when either is.';
comment on column mart.kpi_comparison.direction is 'The difference in a word that knows what is good for this KPI: better, worse, same; up or down where neither way is better; not_known without a comparator.';
comment on column mart.kpi_comparison.method is 'How the comparator was computed: mean, median or pooled over the members; published_mean or published_median, where members have too few figures in this warehouse and their published ones are used; published, for the figure of region or England; published_quartile, for the edge of the best quarter of the authorities published; own, for the authority''s own earlier figure; too_few_members or not_comparable where there is none.';
comment on column mart.kpi_comparison.members_used is 'Number of members, such as neighbours, that had a figure; beside top_quartile, of authorities.';
comment on column mart.kpi_comparison.members_total is 'Number of members there are.';
comment on column mart.kpi_comparison.rank is 'Place of the authority among itself and the members that have a figure; 1 is best. Absent where higher or lower is not better. Beside england: the place of its published figure of that year among all authorities.';
comment on column mart.kpi_comparison.rank_of is 'Number of authorities ranked, itself included.';
comment on column mart.kpi_comparison.band is 'Quarter of the ranking, A (best) to D; absent where there is no rank.';
comment on column mart.kpi_comparison.release_id is 'The release shown, the same in every row; see mart.release.';
comment on column mart.kpi_comparison.comparator_name is 'The comparator in words: for a comparison group what the council calls it.';
