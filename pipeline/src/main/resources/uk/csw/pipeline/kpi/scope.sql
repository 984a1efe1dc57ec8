-- The figures to be measured: all of some authorities; of the others those with a month in their window of which rows
-- changed, of months whose coverage changed, and those that were too early to count.
insert into measure_scope (plan_no, authority_key, period_key, first_index, last_index)
with changed as (
    select
        changed_fact.*,
        period.month_index
    from core.changed_fact
    inner join core.dim_period as period on period.period_key = changed_fact.period_key
    where
        changed_fact.authority_key = any (:authorities)
        and changed_fact.authority_key not in (select authority_key from measure_whole)
),
counted_from as (
    -- several KPIs are counted from one fact and date
    select
        plan_no,
        span_no,
        fact,
        dated_by
    from measure_plan
    union
    select
        plan_no,
        span_no,
        'fact_indicator' as fact,
        '' as dated_by
    from measure_plan
    where is_else_delivered
),
spanned as (
    -- distinct: as above
    select distinct
        span_no,
        fact,
        dated_by
    from counted_from
),
touched as (
    -- distinct: a window has many months
    select distinct
        spanned.span_no,
        spanned.fact,
        spanned.dated_by,
        changed.authority_key,
        span.period_key
    from changed
    inner join spanned
        on spanned.fact = changed.fact
        and spanned.dated_by = changed.dated_by
    inner join measure_window as span
        on span.span_no = spanned.span_no
        and changed.month_index between span.first_index and span.last_index
),
wanted as (
    select
        counted_from.plan_no,
        touched.authority_key,
        touched.period_key
    from touched
    inner join counted_from
        on counted_from.span_no = touched.span_no
        and counted_from.fact = touched.fact
        and counted_from.dated_by = touched.dated_by
    union
    select
        plan.plan_no,
        changed.authority_key,
        changed.period_key
    from changed
    inner join measure_plan as plan on changed.dated_by = any (plan.covered_by)
    where changed.fact = 'coverage'
    union
    select
        plan.plan_no,
        shown.authority_key,
        shown.period_key
    from kpi.value as shown
    inner join measure_plan as plan
        on plan.kpi_code = shown.kpi_code
        and plan.basis = shown.basis
    where
        shown.authority_key = any (:authorities)
        and shown.status = 'immature'
        and shown.release_to is null
    union
    select
        plan.plan_no,
        coverage.authority_key,
        coverage.period_key
    from measure_whole as whole
    inner join measure_coverage as coverage on coverage.authority_key = whole.authority_key
    inner join measure_plan as plan on plan.covered_by = coverage.covered_by
)
select
    wanted.plan_no,
    wanted.authority_key,
    wanted.period_key,
    span.first_index,
    span.last_index
from wanted
inner join measure_plan as plan on plan.plan_no = wanted.plan_no
inner join measure_coverage as coverage
    on coverage.covered_by = plan.covered_by
    and coverage.authority_key = wanted.authority_key
    and coverage.period_key = wanted.period_key
inner join measure_window as span
    on span.span_no = plan.span_no
    and span.period_key = wanted.period_key
