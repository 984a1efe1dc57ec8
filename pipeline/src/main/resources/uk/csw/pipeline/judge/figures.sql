-- The figures of the authorities judged as they will be shown.
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
inner join core.dim_period as period on period.period_key = figure.period_key
where figure.authority_key = any (:authorities)
