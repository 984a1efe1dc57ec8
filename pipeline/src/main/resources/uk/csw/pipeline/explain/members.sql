-- The statistical neighbours of an authority, nearest first, and the members of its comparison groups, by name: the figure
-- of each here, its published figure where that is what the figure is set beside, and why the average takes it in or leaves
-- it out.
with comparison as (
    select
        comparator,
        comparator_period,
        method
    from kpi.current_comparison
    where
        kpi_code = :kpi
        and authority_key = :authority
        and period_key = :period
        and basis = :basis
),
beside as (
    select max(comparator_period) filter (where method like 'published%') / 100 as published_year
    from comparison
),
newest as (
    select max(model) as model
    from core.neighbour
),
published as (
    select
        beside.published_year,
        published_comparison.file_id
    from beside
    cross join newest
    inner join kpi.published_comparison
        on published_comparison.kpi_code = :kpi
        and published_comparison.authority_key = :authority
        and published_comparison.year = beside.published_year
        and published_comparison.neighbour_model = newest.model
),
member as (
    select
        list.comparator,
        list.vintage,
        list.place,
        list.closeness,
        name.authority_code,
        name.authority_name,
        comparison.method,
        figure.value,
        replace(figure.status, '_', ' ') as status,
        published.published_year,
        published_value.value as published_value,
        published_value.symbol,
        exists (
            select 1
            from kpi.current_value as known
            where known.authority_key = list.member_key
        ) as is_here,
        exists (
            select 1
            from core.dim_authority as standing
            where
                standing.authority_key = list.member_key
                and make_date(published.published_year, 3, 31) between standing.valid_from and standing.valid_to
        ) as stood_then
    from kpi.comparison_member as list
    left join comparison on comparison.comparator = list.comparator
    left join published on true
    cross join lateral (
        select
            authority_code,
            authority_name
        from core.dim_authority
        where dim_authority.authority_key = list.member_key
        order by valid_to desc
        limit 1
    ) as name
    left join kpi.current_value as figure
        on figure.kpi_code = :kpi
        and figure.authority_key = list.member_key
        and figure.period_key = :period
        and figure.basis = :basis
    left join core.published_value as published_value
        on published_value.file_id = published.file_id
        and published_value.kpi_code = :kpi
        and published_value.year = published.published_year
        and published_value.area_level = 'authority'
        and published_value.area_code = name.authority_code
    where
        list.authority_key = :authority
        and :period between list.first_period_key and list.last_period_key
        -- a group of today's configuration may not be one that the figure shown was set beside
        and (list.comparator = 'statistical_neighbours' or comparison.comparator is not null)
),
judged as (
    select
        member.*,
        case
            when method in ('mean', 'median', 'pooled') then value is not null
            when method like 'published%' then published_value is not null
            else false
        end as is_used
    from member
)

select
    judged.comparator,
    coalesce(named.group_name, replace(judged.comparator, '_', ' ')) as comparator_name,
    judged.vintage,
    row_number() over (
        partition by judged.comparator
        order by judged.place, judged.authority_name
    ) as place,
    closeness,
    authority_code,
    authority_name,
    value,
    published_value,
    is_used,
    case
        when is_used and method like 'published%' then 'published figure'
        when is_used and status = 'too few' then 'figure here; too few to judge, so not ranked'
        when is_used then 'figure here'
        when method is null and value is not null then 'not averaged on this basis'
        when method = 'too_few_members' and value is not null then 'figure here, but too few have one'
        when method like 'published%' and not stood_then then 'did not exist on 31 March ' || published_year
        when method like 'published%' and symbol is not null
            then case symbol
                when 'c' then 'suppressed: hidden as a small number'
                when 'x' then 'published as not available'
                when 'z' then 'published as not applicable'
                when 'u' then 'published as unreliable'
                when 'k' then 'published as small, rounding to zero'
                when 'low' then 'published as small, rounding to zero'
                else 'suppressed or not available'
            end || ' (' || symbol || ')'
        when method like 'published%' then 'no figure in the published table'
        when status is not null then 'no figure: ' || status
        when is_here then 'no figure for this month'
        else 'not in this warehouse'
    end as reason
from judged
left join core.comparison_group as named on named.group_code = judged.comparator
order by
    named.group_name nulls first,
    place
