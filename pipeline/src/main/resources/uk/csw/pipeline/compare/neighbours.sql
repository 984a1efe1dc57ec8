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
        neighbour.neighbour_key
    from core.neighbour
    inner join newest on newest.model = neighbour.model
),
gathered as (
    select
        figure.rule_no,
        figure.month_index,
        figure.authority_key,
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
    inner join compare_rule as rule on rule.rule_no = figure.rule_no
    inner join list on list.authority_key = figure.authority_key
    left join compare_figure as member
        on member.rule_no = figure.rule_no
        and member.month_index = figure.month_index
        and member.authority_key = list.neighbour_key
    where
        figure.is_compared
        and rule.method <> ''
    group by figure.rule_no, figure.month_index, figure.authority_key, rule.rule_no
),
total as (
    select
        model,
        authority_key,
        count(*)::integer as members_total
    from list
    group by model, authority_key
),
judged as (
    select
        rule.kpi_code,
        rule.basis,
        rule.sign,
        rule.method,
        figure.authority_key,
        figure.period_key,
        figure.value,
        gathered.members_used,
        gathered.rank,
        gathered.rank_of,
        total.model,
        total.members_total,
        gathered.members_used >= rule.minimum_members as is_enough,
        case when gathered.members_used >= rule.minimum_members then gathered.together end as neighbour_value,
        case
            when gathered.members_used >= rule.minimum_members
                then figure.shown - round(gathered.together, rule.decimals)
        end as difference,
        gathered.members_used >= rule.minimum_members
        and rule.sign <> 0
        and figure.value is not null
        and figure.status <> 'too_few' as is_ranked
    from gathered
    inner join compare_figure as figure
        on figure.rule_no = gathered.rule_no
        and figure.month_index = gathered.month_index
        and figure.authority_key = gathered.authority_key
    inner join compare_rule as rule on rule.rule_no = gathered.rule_no
    inner join total on total.authority_key = gathered.authority_key
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
