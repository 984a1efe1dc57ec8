-- The figures as they will be shown: the candidates of the authorities measured, the current ones of the others.
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
with effective as (
    select
        candidate.authority_key,
        candidate.kpi_code,
        candidate.basis,
        candidate.period_key,
        candidate.numerator,
        candidate.denominator,
        candidate.value,
        candidate.status,
        candidate.interval_low,
        candidate.interval_high
    from kpi.candidate_value as candidate
    union all
    select
        figure.authority_key,
        figure.kpi_code,
        figure.basis,
        figure.period_key,
        figure.numerator,
        figure.denominator,
        figure.value,
        figure.status,
        figure.interval_low,
        figure.interval_high
    from kpi.candidate_judged as judged
    inner join kpi.current_value as figure on figure.authority_key = judged.authority_key
    where
        not exists (
            select 1
            from kpi.candidate_authority as measured
            where
                measured.authority_key = judged.authority_key
                and measured.is_measured
        )
)
select
    rule.rule_no,
    effective.authority_key,
    period.month_index,
    effective.period_key,
    period.month_end as period_end,
    period.month_of_financial_year,
    effective.numerator,
    effective.denominator,
    effective.value,
    round(effective.value, rule.decimals) as shown,
    effective.status,
    effective.interval_low,
    effective.interval_high
from effective
inner join judge_rule as rule
    on rule.kpi_code = effective.kpi_code
    and rule.basis = effective.basis
inner join core.dim_period as period on period.period_key = effective.period_key
