-- The figures to compare and those they are set beside, as they will be shown.
insert into compare_figure (
    rule_no,
    authority_key,
    month_index,
    period_key,
    month_of_financial_year,
    numerator,
    denominator,
    value,
    shown,
    status,
    is_compared
)
with period as materialized (
    -- kept apart, or each figure would be looked up in an index
    select
        period_key,
        month_index,
        month_of_financial_year
    from core.dim_period
),
beside as (
    select
        wanted.rule_no,
        wanted.authority_key,
        wanted.month_index - rule.step as month_index
    from compare_wanted as wanted
    inner join compare_rule as rule on rule.rule_no = wanted.rule_no
    union
    select
        rule_no,
        authority_key,
        month_index - 12 as month_index
    from compare_wanted
    union
    select
        wanted.rule_no,
        list.member_key as authority_key,
        wanted.month_index
    from compare_wanted as wanted
    inner join period on period.month_index = wanted.month_index
    inner join kpi.comparison_member as list
        on list.authority_key = wanted.authority_key
        and period.period_key between list.first_period_key and list.last_period_key
),
needed as (
    select
        rule_no,
        authority_key,
        month_index,
        bool_or(is_compared) as is_compared
    from (
        select
            compare_wanted.*,
            true as is_compared
        from compare_wanted
        union all
        select
            beside.*,
            false as is_compared
        from beside
    ) as either
    group by rule_no, authority_key, month_index
),
keyed as (
    select
        needed.*,
        rule.kpi_code,
        rule.basis,
        rule.decimals,
        period.period_key,
        period.month_of_financial_year
    from needed
    inner join compare_rule as rule on rule.rule_no = needed.rule_no
    inner join period on period.month_index = needed.month_index
),
figure as (
    select
        keyed.*,
        candidate.numerator,
        candidate.denominator,
        candidate.value,
        candidate.status
    from keyed
    inner join kpi.candidate_value as candidate
        on candidate.authority_key = keyed.authority_key
        and candidate.period_key = keyed.period_key
        and candidate.kpi_code = keyed.kpi_code
        and candidate.basis = keyed.basis
    union all
    select
        keyed.*,
        shown.numerator,
        shown.denominator,
        shown.value,
        shown.status
    from keyed
    -- looked up one by one (offset keeps the planner from scanning all figures)
    cross join lateral (
        select *
        from kpi.current_value as unchanged
        where
            unchanged.authority_key = keyed.authority_key
            and unchanged.period_key = keyed.period_key
            and unchanged.kpi_code = keyed.kpi_code
            and unchanged.basis = keyed.basis
        offset 0
    ) as shown
    where
        not exists (
            select 1
            from kpi.candidate_change as changed
            where
                changed.authority_key = keyed.authority_key
                and changed.period_key = keyed.period_key
                and changed.kpi_code = keyed.kpi_code
                and changed.basis = keyed.basis
        )
)
select
    rule_no,
    authority_key,
    month_index,
    period_key,
    month_of_financial_year,
    numerator,
    denominator,
    value,
    round(value, decimals) as shown,
    status,
    is_compared
from figure
