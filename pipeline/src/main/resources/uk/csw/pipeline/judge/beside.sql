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
with wanted as (
    select
        judge_wanted.*,
        rule.kpi_code,
        rule.basis,
        period.period_key
    from judge_wanted
    inner join judge_rule as rule on rule.rule_no = judge_wanted.rule_no
    inner join core.dim_period as period on period.month_index = judge_wanted.month_index
),
not_compared as (
    select wanted.*
    from wanted
    where
        not exists (
            select 1
            from kpi.candidate_compared as compared
            where
                compared.authority_key = wanted.authority_key
                and compared.period_key = wanted.period_key
                and compared.kpi_code = wanted.kpi_code
                and compared.basis = wanted.basis
        )
)
select
    wanted.rule_no,
    wanted.authority_key,
    wanted.month_index,
    candidate.comparator,
    candidate.comparator_period,
    candidate.comparator_value,
    candidate.vintage,
    candidate.method
from wanted
inner join kpi.candidate_comparison as candidate
    on candidate.authority_key = wanted.authority_key
    and candidate.period_key = wanted.period_key
    and candidate.kpi_code = wanted.kpi_code
    and candidate.basis = wanted.basis
union all
select
    not_compared.rule_no,
    not_compared.authority_key,
    not_compared.month_index,
    shown.comparator,
    shown.comparator_period,
    shown.comparator_value,
    shown.vintage,
    shown.method
from not_compared
-- looked up one by one (offset keeps the planner from scanning what stands beside all figures)
cross join lateral (
    select *
    from kpi.current_comparison as beside
    where
        beside.authority_key = not_compared.authority_key
        and beside.period_key = not_compared.period_key
        and beside.kpi_code = not_compared.kpi_code
        and beside.basis = not_compared.basis
    offset 0
) as shown
