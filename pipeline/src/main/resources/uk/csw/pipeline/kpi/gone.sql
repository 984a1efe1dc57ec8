-- The figures shown that are no longer: of an authority measured as a whole, or delivered by another service and taken back.
insert into kpi.candidate_gone (authority_key, period_key, kpi_code, basis)
with looked_at as (
    select
        shown.authority_key,
        shown.period_key,
        shown.kpi_code,
        shown.basis
    from measure_whole as whole
    inner join kpi.current_value as shown on shown.authority_key = whole.authority_key
    union
    select
        shown.authority_key,
        shown.period_key,
        shown.kpi_code,
        shown.basis
    from core.changed_fact as changed
    inner join kpi.current_value as shown
        on shown.authority_key = changed.authority_key
        and shown.period_key = changed.period_key
    inner join measure_plan as plan
        on plan.kpi_code = shown.kpi_code
        and plan.basis = shown.basis
    where
        changed.fact = 'fact_indicator'
        and changed.authority_key = any (:authorities)
        and (plan.is_delivered or plan.is_else_delivered)
        -- those are measured where anything of it changed
        and not exists (
            select 1
            from measure_coverage as coverage
            where
                coverage.covered_by = plan.covered_by
                and coverage.authority_key = shown.authority_key
                and coverage.period_key = shown.period_key
        )
)
select
    looked_at.authority_key,
    looked_at.period_key,
    looked_at.kpi_code,
    looked_at.basis
from looked_at
where
    not exists (
        select 1
        from measure_value as measured
        where
            measured.authority_key = looked_at.authority_key
            and measured.period_key = looked_at.period_key
            and measured.kpi_code = looked_at.kpi_code
            and measured.basis = looked_at.basis
    )
