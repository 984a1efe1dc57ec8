-- Each figure beside the same authority's own earlier ones.
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
with wanted as (
    select
        figure.*,
        rule.kpi_code,
        rule.basis,
        rule.sign,
        rule.same_within,
        earlier.comparator,
        figure.month_index - case when earlier.comparator = 'previous_period' then rule.step else 12 end as earlier_index,
        earlier.comparator = 'same_period_last_year'
        or rule.basis <> 'ytd'
        -- the first month of the year that the KPI counts by has none before it
        or (not rule.is_count and figure.period_key % 100 <> rule.year_end_month % 12 + 1) as is_comparable
    from compare_figure as figure
    inner join compare_rule as rule on rule.rule_no = figure.rule_no
    cross join (values ('previous_period'), ('same_period_last_year')) as earlier (comparator)
    where figure.is_compared
),
beside as (
    select
        wanted.*,
        period.period_key as earlier_period,
        case when wanted.is_comparable then earlier.value end as earlier_value,
        case when wanted.is_comparable then wanted.shown - earlier.shown end as difference
    from wanted
    left join core.dim_period as period on period.month_index = wanted.earlier_index
    left join compare_figure as earlier
        on earlier.rule_no = wanted.rule_no
        and earlier.month_index = wanted.earlier_index
        and earlier.authority_key = wanted.authority_key
)
select
    kpi_code,
    authority_key,
    period_key,
    basis,
    comparator,
    earlier_period as comparator_period,
    'own' as vintage,
    earlier_value as comparator_value,
    difference,
    case
        when difference is null then 'not_known'
        when abs(difference) <= same_within then 'same'
        when sign = 0 then case when difference > 0 then 'up' else 'down' end
        when sign * difference > 0 then 'better'
        else 'worse'
    end as direction,
    case when is_comparable then 'own' else 'not_comparable' end as method,
    case when earlier_value is null then 0 else 1 end as members_used,
    1 as members_total,
    null::integer as rank,
    null::integer as rank_of,
    null::text as band
from beside
where
    value is not null
    or earlier_value is not null
