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
with beside as (
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
    inner join core.dim_period as period on period.month_index = wanted.month_index
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
    inner join core.dim_period as period on period.month_index = needed.month_index
)
select
    keyed.rule_no,
    keyed.authority_key,
    keyed.month_index,
    keyed.period_key,
    keyed.month_of_financial_year,
    figure.numerator,
    figure.denominator,
    figure.value,
    round(figure.value, keyed.decimals) as shown,
    figure.status,
    keyed.is_compared
from keyed
inner join kpi.next_value as figure
    on figure.authority_key = keyed.authority_key
    and figure.period_key = keyed.period_key
    and figure.kpi_code = keyed.kpi_code
    and figure.basis = keyed.basis
