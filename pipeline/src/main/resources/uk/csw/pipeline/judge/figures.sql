-- The figures to judge, and those that judging them looks at, as they will be shown: whole series where it looks back or
-- at other KPIs, of the rest what changed and what is a year before or after it.
insert into judge_figure (
    rule_no,
    authority_key,
    month_index,
    period_key,
    period_end,
    month_of_financial_year,
    numerator,
    denominator,
    value,
    shown,
    status,
    interval_low,
    interval_high
)
with period as materialized (
    -- kept apart, or each figure would be looked up in an index
    select
        period_key,
        month_index,
        month_end,
        month_of_financial_year
    from core.dim_period
),
beside_change as (
    -- distinct: a figure and what it is compared with may have changed
    select distinct
        judge_change.rule_no,
        judge_change.authority_key,
        judge_change.month_index + apart.months as month_index
    from judge_change
    cross join (values (-12), (0), (12)) as apart (months)
)
select
    rule.rule_no,
    figure.authority_key,
    period.month_index,
    figure.period_key,
    period.month_end as period_end,
    period.month_of_financial_year,
    figure.numerator,
    figure.denominator,
    figure.value,
    round(figure.value, rule.decimals) as shown,
    figure.status,
    figure.interval_low,
    figure.interval_high
from kpi.next_value as figure
inner join judge_rule as rule
    on rule.kpi_code = figure.kpi_code
    and rule.basis = figure.basis
inner join period on period.period_key = figure.period_key
where
    figure.authority_key = any (:authorities)
    and (
        rule.is_process
        or rule.basis in ('snapshot', 'month')
        or rule.open_kpi is not null
        or figure.authority_key in (select authority_key from judge_whole)
        or (rule.rule_no, figure.authority_key, period.month_index) in (
            select
                rule_no,
                authority_key,
                month_index
            from beside_change
        )
    )
