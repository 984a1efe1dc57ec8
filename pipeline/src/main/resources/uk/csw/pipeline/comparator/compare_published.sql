-- Ranks: 1 is best, ties share the lowest number, and a KPI without a better direction has none. The band is the
-- quarter of the authorities with a figure; quartiles are linear between values (type 7), a value on the upper edge of a
-- quarter belongs to it.
insert into kpi.published_comparison (
    kpi_code,
    authority_key,
    year,
    neighbour_model,
    value,
    symbol,
    neighbour_mean,
    neighbour_median,
    members_used,
    members_total,
    neighbour_rank,
    neighbour_rank_of,
    national_rank,
    national_rank_of,
    band,
    region_value,
    england_value,
    file_id,
    is_computed,
    note
)
with quarters as (
    select
        kpi_code,
        year,
        count(value)::integer as authorities,
        percentile_cont(array[0.25, 0.5, 0.75]) within group (order by value) as edges
    from published_figure
    group by kpi_code, year
),
edges as (
    select
        kpi_code,
        year,
        authorities,
        -- rounded: a quartile worked out in binary must not differ from a value that lies on it
        round(edges[1]::numeric, 9) as lower_edge,
        round(edges[2]::numeric, 9) as middle_edge,
        round(edges[3]::numeric, 9) as upper_edge
    from quarters
),
ranked as (
    select
        figure.*,
        rank() over (
            partition by figure.kpi_code, figure.year
            order by figure.sign * figure.value desc nulls last
        )::integer as national_rank
    from published_figure as figure
),
areas as (
    select
        source.kpi_code,
        source.year,
        value.area_code,
        value.value
    from published_source as source
    inner join core.published_value as value
        on value.file_id = source.file_id
        and value.kpi_code = source.kpi_code
        and value.year = source.year
    where value.area_level <> 'authority'
),
models as (
    -- distinct: the models that there are
    select distinct model
    from core.neighbour
),
gathered as (
    select
        figure.kpi_code,
        figure.year,
        figure.authority_key,
        models.model,
        count(list.neighbour_key)::integer as members_total,
        count(member.value)::integer as members_used,
        round(avg(member.value), 6) as neighbour_mean,
        round(percentile_cont(0.5) within group (order by member.value)::numeric, 6) as neighbour_median,
        (1 + count(*) filter (where figure.sign * member.value > figure.sign * figure.value))::integer as neighbour_rank
    from published_figure as figure
    cross join models
    left join core.neighbour as list
        on list.authority_key = figure.authority_key
        and list.model = models.model
    left join published_figure as member
        on member.kpi_code = figure.kpi_code
        and member.year = figure.year
        and member.authority_key = list.neighbour_key
    group by figure.kpi_code, figure.year, figure.authority_key, models.model
)

select
    ranked.kpi_code,
    ranked.authority_key,
    ranked.year,
    gathered.model as neighbour_model,
    ranked.value,
    ranked.symbol,
    trim_scale(gathered.neighbour_mean) as neighbour_mean,
    trim_scale(gathered.neighbour_median) as neighbour_median,
    gathered.members_used,
    gathered.members_total,
    case
        when ranked.value is not null and ranked.sign <> 0 and gathered.members_used > 0 then gathered.neighbour_rank
    end as neighbour_rank,
    gathered.members_used + (ranked.value is not null)::integer as neighbour_rank_of,
    case when ranked.value is not null and ranked.sign <> 0 then ranked.national_rank end as national_rank,
    edges.authorities as national_rank_of,
    case
        when ranked.value is null or ranked.sign = 0 then null
        when ranked.sign < 0 then
            case
                when ranked.value <= edges.lower_edge then 'A'
                when ranked.value <= edges.middle_edge then 'B'
                when ranked.value <= edges.upper_edge then 'C'
                else 'D'
            end
        when ranked.value <= edges.lower_edge then 'D'
        when ranked.value <= edges.middle_edge then 'C'
        when ranked.value <= edges.upper_edge then 'B'
        else 'A'
    end as band,
    coalesce(comparison_region.value, region.value) as region_value,
    england.value as england_value,
    ranked.file_id,
    ranked.is_computed,
    ranked.note
from ranked
inner join gathered
    on gathered.kpi_code = ranked.kpi_code
    and gathered.year = ranked.year
    and gathered.authority_key = ranked.authority_key
inner join edges
    on edges.kpi_code = ranked.kpi_code
    and edges.year = ranked.year
left join areas as comparison_region
    on comparison_region.kpi_code = ranked.kpi_code
    and comparison_region.year = ranked.year
    and comparison_region.area_code = ranked.comparison_region_code
left join areas as region
    on region.kpi_code = ranked.kpi_code
    and region.year = ranked.year
    and region.area_code = ranked.region_code
left join areas as england
    on england.kpi_code = ranked.kpi_code
    and england.year = ranked.year
    and england.area_code = 'E92000001'
