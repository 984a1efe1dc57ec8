-- one row per authority and covered month to derive: every one for touched children, the changed ones for the others
create temporary table month_to_derive on commit drop as
select
    coverage.authority_key,
    coverage.entity,
    coverage.period_key,
    touched.is_touched,
    period.month_end
from core.coverage
join core.dim_period as period on period.period_key = coverage.period_key
cross join (values (true), (false)) as touched (is_touched)
where coverage.authority_key = any (:authorities)
    and coverage.entity in ('care_episode', 'referral', 'plan', 'assessment')
    and (
        touched.is_touched
        or exists (
            select 1
            from changed_month
            where changed_month.authority_key = coverage.authority_key
                and changed_month.period_key = coverage.period_key
        )
    )
