-- One row per KPI, authority, year and neighbour model.
create view mart.published_comparison as
select
    comparison.kpi_code,
    authority.authority_code,
    comparison.year,
    comparison.neighbour_model,
    comparison.value,
    comparison.symbol,
    comparison.neighbour_mean,
    comparison.neighbour_median,
    comparison.members_used,
    comparison.members_total,
    case
        when comparison.members_used >= 7 then 'show'
        when comparison.members_used >= 5 then 'grey'
        else 'hide'
    end as neighbours_display,
    comparison.neighbour_rank,
    comparison.neighbour_rank_of,
    comparison.national_rank,
    comparison.national_rank_of,
    comparison.band,
    comparison.region_value,
    comparison.england_value,
    file.source_table,
    file.vintage,
    comparison.is_computed,
    comparison.note
from kpi.published_comparison as comparison
inner join core.authority as authority on authority.authority_key = comparison.authority_key
inner join core.published_file as file on file.file_id = comparison.file_id;

comment on view mart.published_comparison is 'One row per KPI, authority, year and neighbour model: the published figure beside those of its statistical neighbours, its region and England, all from one edition of one table. A neighbour counts when it existed on 31 March of the year and has a figure.';
comment on column mart.published_comparison.kpi_code is 'KPI; see mart.dim_kpi.';
comment on column mart.published_comparison.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.published_comparison.year is 'Year in which the published year ends.';
comment on column mart.published_comparison.neighbour_model is 'Edition of the neighbour model; the same list is used for every year.';
comment on column mart.published_comparison.value is 'The authority''s published figure; empty where a symbol stands in its place or there is none.';
comment on column mart.published_comparison.symbol is 'What stands in place of the figure; see mart.published_value.';
comment on column mart.published_comparison.neighbour_mean is 'Mean of the neighbours that have a figure, each counting once, as in the local authority interactive tool.';
comment on column mart.published_comparison.neighbour_median is 'Median of the neighbours that have a figure, as in the children''s social care dashboard.';
comment on column mart.published_comparison.members_used is 'Neighbours that have a figure. Hidden figures are small ones, never random: the fewer are used, the less the mean says.';
comment on column mart.published_comparison.members_total is 'Neighbours that the model names; 0 where it knows none.';
comment on column mart.published_comparison.neighbours_display is 'show with seven or more neighbours used, grey with five or six (say how many), hide below.';
comment on column mart.published_comparison.neighbour_rank is 'Place among the neighbours and the authority itself; 1 is best, ties share the lower number. Empty without a figure, or where neither way is better.';
comment on column mart.published_comparison.neighbour_rank_of is 'How many of these have a figure.';
comment on column mart.published_comparison.national_rank is 'Place among all authorities; 1 is best, ties share the lower number.';
comment on column mart.published_comparison.national_rank_of is 'Authorities that have a figure.';
comment on column mart.published_comparison.band is 'Quarter of the authorities that have a figure: A the best to D; a value on the edge of two belongs to the lower values.';
comment on column mart.published_comparison.region_value is 'Published figure of the region; for London authorities of Inner or Outer London, or of London where these have none.';
comment on column mart.published_comparison.england_value is 'Published figure of England.';
comment on column mart.published_comparison.source_table is 'Published table that all of it came from.';
comment on column mart.published_comparison.vintage is 'Edition of that table.';
comment on column mart.published_comparison.is_computed is 'Whether the figures are worked out here from published counts, because no share is published.';
comment on column mart.published_comparison.note is 'Where the published figure is not quite the KPI, and therefore is not set beside its figures in mart.kpi_comparison; empty when it is.';
