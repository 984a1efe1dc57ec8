-- Figures, and what they are compared with, that are not as they are shown now: new, gone, or of another value.
insert into judge_change (rule_no, authority_key, month_index, is_figure)
with figure as (
    select
        authority_key,
        kpi_code,
        basis,
        period_key,
        numerator,
        denominator,
        value,
        status,
        interval_low,
        interval_high,
        1 as side
    from kpi.candidate_value
    where authority_key = any (:authorities)
    union all
    select
        shown.authority_key,
        shown.kpi_code,
        shown.basis,
        shown.period_key,
        shown.numerator,
        shown.denominator,
        shown.value,
        shown.status,
        shown.interval_low,
        shown.interval_high,
        -1 as side
    from kpi.candidate_change as candidate
    inner join kpi.current_value as shown
        on shown.authority_key = candidate.authority_key
        and shown.period_key = candidate.period_key
        and shown.kpi_code = candidate.kpi_code
        and shown.basis = candidate.basis
    where candidate.authority_key = any (:authorities)
),
comparator as (
    select 'previous_period' as comparator
    union
    select 'same_period_last_year' as comparator
    union
    select comparator
    from kpi.target
    where withdrawn_at is null
),
comparison as (
    select
        authority_key,
        kpi_code,
        basis,
        period_key,
        comparator,
        comparator_period,
        comparator_value,
        vintage,
        method,
        1 as side
    from kpi.candidate_comparison
    where authority_key = any (:authorities)
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
        shown.method,
        -1 as side
    from kpi.candidate_compared as compared
    -- looked up one by one (offset keeps the planner from scanning what stands beside all figures)
    cross join lateral (
        select *
        from kpi.current_comparison as beside
        where
            beside.authority_key = compared.authority_key
            and beside.period_key = compared.period_key
            and beside.kpi_code = compared.kpi_code
            and beside.basis = compared.basis
        offset 0
    ) as shown
    where compared.authority_key = any (:authorities)
),
-- What is on both sides adds up to nothing.
different as (
    select
        authority_key,
        kpi_code,
        basis,
        period_key,
        true as is_figure
    from figure
    group by
        authority_key,
        kpi_code,
        basis,
        period_key,
        numerator,
        denominator,
        value,
        status,
        interval_low,
        interval_high
    having sum(side) <> 0
    union
    select
        authority_key,
        kpi_code,
        basis,
        period_key,
        false as is_figure
    from comparison
    where comparator in (select comparator.comparator from comparator)
    group by
        authority_key,
        kpi_code,
        basis,
        period_key,
        comparator,
        comparator_period,
        comparator_value,
        vintage,
        method
    having sum(side) <> 0
)
select
    rule.rule_no,
    different.authority_key,
    period.month_index,
    different.is_figure
from different
inner join judge_rule as rule
    on rule.kpi_code = different.kpi_code
    and rule.basis = different.basis
inner join core.dim_period as period on period.period_key = different.period_key
