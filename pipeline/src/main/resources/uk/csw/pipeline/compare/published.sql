-- Each figure beside what is published for region and England, beside the edge of England's best quarter of authorities,
-- and beside the published figures of neighbours and members of groups where too few of them have one here. Published years are annual: a figure is set beside the newest that had ended by its own end.
insert into kpi.candidate_comparison (
    kpi_code,
    authority_key,
    period_key,
    basis,
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
    rank_of,
    band
)
with newest as (
    select max(model) as model
    from core.neighbour
),
published as (
    select
        comparison.*,
        file.source_table || ' ' || file.vintage as source,
        lead(comparison.year) over (
            partition by comparison.kpi_code, comparison.authority_key
            order by comparison.year
        ) as next_year
    from kpi.published_comparison as comparison
    inner join newest on newest.model = comparison.neighbour_model
    inner join core.published_file as file on file.file_id = comparison.file_id
    where comparison.note = ''
),
-- Linear between values (type 7), and rounded as the edges of the bands are.
quartile as (
    select
        kpi_code,
        year,
        count(value)::integer as authorities_used,
        count(*)::integer as authorities,
        round(percentile_cont(0.25) within group (order by value)::numeric, 9) as lower_edge,
        round(percentile_cont(0.75) within group (order by value)::numeric, 9) as upper_edge
    from published
    group by kpi_code, year
),
matched as (
    select
        rule.kpi_code,
        rule.basis,
        rule.decimals,
        rule.sign,
        rule.method,
        rule.minimum_members,
        figure.authority_key,
        figure.period_key,
        figure.value,
        figure.shown,
        published.year,
        published.year * 100 + rule.year_end_month as published_period,
        published.source,
        published.neighbour_model,
        published.neighbour_mean,
        published.neighbour_median,
        published.members_used,
        published.members_total,
        published.neighbour_rank,
        published.neighbour_rank_of,
        published.national_rank,
        published.national_rank_of,
        published.band,
        published.region_value,
        published.england_value,
        quartile.authorities_used,
        quartile.authorities,
        trim_scale(
            case rule.sign
                when 1 then quartile.upper_edge
                when -1 then quartile.lower_edge
            end
        ) as top_quartile
    from compare_figure as figure
    inner join compare_rule as rule on rule.rule_no = figure.rule_no
    inner join published
        on published.kpi_code = rule.kpi_code
        and published.authority_key = figure.authority_key
        and published.year * 100 + rule.year_end_month <= figure.period_key
        and (published.next_year is null or published.next_year * 100 + rule.year_end_month > figure.period_key)
    inner join quartile
        on quartile.kpi_code = published.kpi_code
        and quartile.year = published.year
    where
        figure.is_compared
        and figure.status <> 'not_applicable'
        and not rule.is_count
),
-- The statistical neighbours' figures are worked out when the tables are loaded; those of groups, which change when
-- somebody edits a file, here.
grouped as (
    select
        list.comparator,
        list.vintage,
        list.authority_key,
        list.first_period_key,
        list.last_period_key,
        published.kpi_code,
        published.year,
        count(published.value)::integer as used,
        trim_scale(round(avg(published.value), 6)) as mean,
        trim_scale(round(percentile_cont(0.5) within group (order by published.value)::numeric, 6)) as median
    from kpi.candidate_authority as compared
    inner join kpi.comparison_member as list on list.authority_key = compared.authority_key
    inner join published on published.authority_key = list.member_key
    where list.comparator <> 'statistical_neighbours'
    group by
        list.comparator,
        list.vintage,
        list.authority_key,
        list.first_period_key,
        list.last_period_key,
        published.kpi_code,
        published.year
),
total as (
    select
        comparator,
        vintage,
        authority_key,
        count(*)::integer as total
    from kpi.comparison_member
    where comparator <> 'statistical_neighbours'
    group by comparator, vintage, authority_key
),
set_beside as (
    select
        matched.*,
        comparator.name as comparator,
        comparator.value as comparator_value,
        comparator.vintage,
        comparator.method as comparator_method,
        comparator.used,
        comparator.total
    from matched
    cross join lateral (
        values
        ('region', matched.region_value, matched.source, 'published', 1, 1),
        ('england', matched.england_value, matched.source, 'published', 1, 1),
        (
            'top_quartile',
            matched.top_quartile,
            matched.source,
            'published_quartile',
            matched.authorities_used,
            matched.authorities
        ),
        (
            'statistical_neighbours',
            case matched.method
                when 'mean' then matched.neighbour_mean
                when 'median' then matched.neighbour_median
            end,
            matched.neighbour_model || ', ' || matched.source,
            'published_' || matched.method,
            matched.members_used,
            matched.members_total
        )
    ) as comparator (name, value, vintage, method, used, total)
    union all
    select
        matched.*,
        grouped.comparator,
        case matched.method
            when 'mean' then grouped.mean
            when 'median' then grouped.median
        end as comparator_value,
        grouped.vintage || ', ' || matched.source as vintage,
        'published_' || matched.method as comparator_method,
        grouped.used,
        total.total
    from matched
    inner join grouped
        on grouped.authority_key = matched.authority_key
        and grouped.kpi_code = matched.kpi_code
        and grouped.year = matched.year
        and matched.period_key between grouped.first_period_key and grouped.last_period_key
    inner join total
        on total.comparator = grouped.comparator
        and total.vintage = grouped.vintage
        and total.authority_key = grouped.authority_key
),
beside as (
    select
        set_beside.*,
        set_beside.shown - round(set_beside.comparator_value, set_beside.decimals) as difference
    from set_beside
    where
        set_beside.comparator_value is not null
        and (
            set_beside.comparator in ('region', 'england', 'top_quartile')
            or set_beside.used >= least(set_beside.minimum_members, set_beside.total)
        )
)

select
    kpi_code,
    authority_key,
    period_key,
    basis,
    comparator,
    published_period as comparator_period,
    vintage,
    comparator_value,
    difference,
    case
        when difference is null then 'not_known'
        when difference = 0 then 'same'
        when sign = 0 then case when difference > 0 then 'up' else 'down' end
        when sign * difference > 0 then 'better'
        else 'worse'
    end as direction,
    comparator_method as method,
    used as members_used,
    total as members_total,
    case comparator
        when 'england' then national_rank
        when 'statistical_neighbours' then neighbour_rank
    end as rank,
    case
        when comparator = 'england' and national_rank is not null then national_rank_of
        when comparator = 'statistical_neighbours' and neighbour_rank is not null then neighbour_rank_of
    end as rank_of,
    case when comparator = 'england' then band end as band
from beside
on conflict (authority_key, period_key, kpi_code, basis, comparator) do update set
    comparator_period = excluded.comparator_period,
    vintage = excluded.vintage,
    comparator_value = excluded.comparator_value,
    difference = excluded.difference,
    direction = excluded.direction,
    method = excluded.method,
    members_used = excluded.members_used,
    members_total = excluded.members_total,
    rank = excluded.rank,
    rank_of = excluded.rank_of
where candidate_comparison.method = 'too_few_members'
