-- Each figure beside the figures for the same period of the statistical neighbours, and of the members of each group.
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
with numbered as (
    select
        comparison_member.*,
        -- a number, as there are millions of rows to sort by it
        dense_rank() over (order by comparator, vintage) as list_no
    from kpi.comparison_member
),
named as (
    -- distinct: one row per list, not per member
    select distinct
        list_no,
        comparator,
        vintage
    from numbered
),
gathered as (
    select
        figure.rule_no,
        figure.month_index,
        figure.authority_key,
        list.list_no,
        count(*)::integer as members_total,
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
    inner join numbered as list
        on list.authority_key = figure.authority_key
        and figure.period_key between list.first_period_key and list.last_period_key
    left join compare_figure as member
        on member.rule_no = figure.rule_no
        and member.month_index = figure.month_index
        and member.authority_key = list.member_key
    where
        figure.is_compared
        and rule.method <> ''
    group by figure.rule_no, figure.month_index, figure.authority_key, list.list_no, rule.rule_no
),
sufficient as (
    select
        gathered.*,
        named.comparator,
        named.vintage,
        rule.kpi_code,
        rule.basis,
        rule.sign,
        rule.decimals,
        rule.method,
        -- of a group smaller than the minimum every member must have a figure
        gathered.members_used >= least(rule.minimum_members, gathered.members_total) as is_enough
    from gathered
    inner join compare_rule as rule on rule.rule_no = gathered.rule_no
    inner join named on named.list_no = gathered.list_no
),
judged as (
    select
        sufficient.*,
        figure.period_key,
        figure.value,
        case when sufficient.is_enough then sufficient.together end as together_shown,
        case
            when sufficient.is_enough then figure.shown - round(sufficient.together, sufficient.decimals)
        end as difference,
        sufficient.is_enough
        and sufficient.sign <> 0
        and figure.value is not null
        and figure.status <> 'too_few' as is_ranked
    from sufficient
    inner join compare_figure as figure
        on figure.rule_no = sufficient.rule_no
        and figure.month_index = sufficient.month_index
        and figure.authority_key = sufficient.authority_key
)
select
    kpi_code,
    authority_key,
    period_key,
    basis,
    comparator,
    period_key as comparator_period,
    vintage,
    together_shown as comparator_value,
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
    or together_shown is not null
