-- What the figures are compared with, as it will be shown.
insert into judge_beside (
    rule_no,
    authority_key,
    month_index,
    comparator,
    comparator_period,
    comparator_value,
    vintage,
    method
)
with effective as (
    select
        candidate.authority_key,
        candidate.kpi_code,
        candidate.basis,
        candidate.period_key,
        candidate.comparator,
        candidate.comparator_period,
        candidate.comparator_value,
        candidate.vintage,
        candidate.method
    from kpi.candidate_comparison as candidate
    inner join kpi.candidate_judged as judged on judged.authority_key = candidate.authority_key
    union all
    select
        shown.authority_key,
        shown.kpi_code,
        shown.basis,
        shown.period_key,
        shown.comparator,
        shown.comparator_period,
        shown.comparator_value,
        shown.vintage,
        shown.method
    from kpi.candidate_judged as judged
    inner join kpi.current_comparison as shown on shown.authority_key = judged.authority_key
    where
        not exists (
            select 1
            from kpi.candidate_authority as affected
            where affected.authority_key = judged.authority_key
        )
)
select
    rule.rule_no,
    effective.authority_key,
    period.month_index,
    effective.comparator,
    effective.comparator_period,
    effective.comparator_value,
    effective.vintage,
    effective.method
from effective
inner join judge_rule as rule
    on rule.kpi_code = effective.kpi_code
    and rule.basis = effective.basis
inner join core.dim_period as period on period.period_key = effective.period_key
