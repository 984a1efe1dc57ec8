-- The figures as they will be shown: the candidates of the authorities measured, the current ones of the others.
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
with current_release as (
    select release_id from ops.current_release
),
effective as (
    select
        authority_key,
        kpi_code,
        basis,
        period_key,
        numerator,
        denominator,
        value,
        status
    from kpi.candidate_value
    union all
    select
        value.authority_key,
        value.kpi_code,
        value.basis,
        value.period_key,
        value.numerator,
        value.denominator,
        value.value,
        value.status
    from kpi.value
    cross join current_release
    where
        value.release_from <= current_release.release_id
        and (value.release_to is null or value.release_to > current_release.release_id)
        and not exists (
            select 1
            from kpi.candidate_authority as measured
            where
                measured.authority_key = value.authority_key
                and measured.is_measured
        )
)
select
    rule.rule_no,
    effective.authority_key,
    period.month_index,
    effective.period_key,
    period.month_of_financial_year,
    effective.numerator,
    effective.denominator,
    effective.value,
    round(effective.value, rule.decimals) as shown,
    effective.status,
    affected.authority_key is not null as is_compared
from effective
inner join compare_rule as rule
    on rule.kpi_code = effective.kpi_code
    and rule.basis = effective.basis
inner join core.dim_period as period on period.period_key = effective.period_key
left join kpi.candidate_authority as affected on affected.authority_key = effective.authority_key
