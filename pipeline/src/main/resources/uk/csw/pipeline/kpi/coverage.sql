-- One row per list of entities that KPIs rest on, authority and month that the first of them covers: the first month of
-- the unbroken run that all of them cover, null when one does not cover the month; and the last day that all reach.
insert into measure_coverage (covered_by, authority_key, period_key, first_index, newest_end)
with wanted as (
    -- distinct: many KPIs rest on the same entities
    select distinct covered_by
    from measure_plan
),
newest_of_each as (
    select
        wanted.covered_by,
        coverage.authority_key,
        coverage.entity,
        max(coverage.period_key) as period_key
    from wanted
    inner join core.coverage on coverage.entity = any (wanted.covered_by)
    where coverage.authority_key = any (:authorities)
    group by wanted.covered_by, coverage.authority_key, coverage.entity
),
newest as (
    select
        covered_by,
        authority_key,
        min(period_key) as period_key
    from newest_of_each
    group by covered_by, authority_key
)
select
    newest.covered_by,
    coverage.authority_key,
    coverage.period_key,
    case when count(*) = cardinality(newest.covered_by) then max(first_period.month_index) end as first_index,
    newest_period.month_end as newest_end
from newest
inner join core.dim_period as newest_period on newest_period.period_key = newest.period_key
inner join core.coverage
    on coverage.authority_key = newest.authority_key
    and coverage.entity = any (newest.covered_by)
inner join core.dim_period as first_period on first_period.period_key = coverage.covered_from
group by newest.covered_by, coverage.authority_key, coverage.period_key, newest_period.month_end
having bool_or(coverage.entity = newest.covered_by[1])
