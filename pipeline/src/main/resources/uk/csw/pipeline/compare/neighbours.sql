-- Each figure beside the statistical neighbours' figures for the same period.
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
list as (
    select
        neighbour.model,
        neighbour.authority_key,
        neighbour.neighbour_key,
        count(*) over (partition by neighbour.authority_key)::integer as members_total
    from core.neighbour
    inner join newest on newest.model = neighbour.model
),
gathered as (
    select
        figure.kpi_code,
        figure.authority_key,
        figure.period_key,
        figure.basis,
        figure.value,
        figure.shown,
        figure.status,
        rule.decimals,
        rule.sign,
        rule.method,
        rule.minimum_members,
        list.model,
        list.members_total,
        count(member.value)::integer as members_used,
        case rule.method
            when 'mean' then avg(member.value)
            when 'median' then round((percentile_cont(0.5) within group (order by member.value))::numeric, 9)
            when 'pooled' then
                rule.scale * sum(member.numerator) filter (where member.value is not null)
                / nullif(sum(member.denominator) filter (where member.value is not null), 0)
        end as together,
        (1 + count(*) filter (
            where member.status <> 'too_few' and rule.sign * member.shown > rule.sign * figure.shown
        ))::integer as rank,
        (1 + count(member.value) filter (where member.status <> 'too_few'))::integer as rank_of
    from compare_figure as figure
    inner join compare_rule as rule
        on rule.kpi_code = figure.kpi_code
        and rule.basis = figure.basis
    inner join list on list.authority_key = figure.authority_key
    left join compare_figure as member
        on member.kpi_code = figure.kpi_code
        and member.basis = figure.basis
        and member.month_index = figure.month_index
        and member.authority_key = list.neighbour_key
    where
        figure.is_compared
        and rule.method <> ''
    group by
        figure.kpi_code,
        figure.authority_key,
        figure.period_key,
        figure.basis,
        figure.value,
        figure.shown,
        figure.status,
        rule.decimals,
        rule.sign,
        rule.scale,
        rule.method,
        rule.minimum_members,
        list.model,
        list.members_total
),
judged as (
    select
        gathered.*,
        members_used >= minimum_members as is_enough,
        case when members_used >= minimum_members then together end as neighbour_value,
        case when members_used >= minimum_members then shown - round(together, decimals) end as difference,
        members_used >= minimum_members and sign <> 0 and value is not null and status <> 'too_few' as is_ranked
    from gathered
)
select
    kpi_code,
    authority_key,
    period_key,
    basis,
    'statistical_neighbours' as comparator,
    period_key as comparator_period,
    model as vintage,
    neighbour_value as comparator_value,
    difference,
    case
        when difference is null then 'not_known'
        when difference = 0 then 'same'
        when sign = 0 then case when difference > 0 then 'up' else 'down' end
        when sign * difference > 0 then 'better'
        else 'worse'
    end as direction,
    case when is_enough then method else 'too_few_members' end as method,
    members_used,
    members_total,
    case when is_ranked then rank end as rank,
    case when is_ranked then rank_of end as rank_of,
    null::text as band
from judged
where
    value is not null
    or neighbour_value is not null
