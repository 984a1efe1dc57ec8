-- Each figure beside what is published for region and England, and beside the neighbours' published figures where too few
-- of them have one here. Published years are annual: a figure is set beside the newest that had ended by its own end.
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
        published.year * 100 + rule.year_end_month as published_period,
        published.source,
        published.neighbour_model,
        published.neighbour_mean,
        published.neighbour_median,
        published.members_used,
        published.members_total,
        published.national_rank,
        published.national_rank_of,
        published.band,
        published.region_value,
        published.england_value
    from compare_figure as figure
    inner join compare_rule as rule on rule.rule_no = figure.rule_no
    inner join published
        on published.kpi_code = rule.kpi_code
        and published.authority_key = figure.authority_key
        and published.year * 100 + rule.year_end_month <= figure.period_key
        and (published.next_year is null or published.next_year * 100 + rule.year_end_month > figure.period_key)
    where
        figure.is_compared
        and figure.value is not null
        and not rule.is_count
),
beside as (
    select
        matched.*,
        comparator.name as comparator,
        comparator.value as comparator_value,
        comparator.vintage,
        comparator.method as comparator_method,
        comparator.used,
        comparator.total,
        matched.shown - round(comparator.value, matched.decimals) as difference
    from matched
    cross join lateral (
        values
        ('region', matched.region_value, matched.source, 'published', 1, 1),
        ('england', matched.england_value, matched.source, 'published', 1, 1),
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
    where
        comparator.value is not null
        and (comparator.name <> 'statistical_neighbours' or comparator.used >= matched.minimum_members)
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
        when difference = 0 then 'same'
        when sign = 0 then case when difference > 0 then 'up' else 'down' end
        when sign * difference > 0 then 'better'
        else 'worse'
    end as direction,
    comparator_method as method,
    used as members_used,
    total as members_total,
    case when comparator = 'england' then national_rank end as rank,
    case when comparator = 'england' and national_rank is not null then national_rank_of end as rank_of,
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
    members_total = excluded.members_total
where candidate_comparison.method = 'too_few_members'
