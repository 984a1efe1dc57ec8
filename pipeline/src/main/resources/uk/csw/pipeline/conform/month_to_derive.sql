-- one row per authority, entity and covered month; is_changed: newly covered, to be derived for every child
create temporary table month_to_derive on commit drop as
select
    coverage.authority_key,
    coverage.entity,
    coverage.period_key,
    period.month_index,
    period.month_end,
    changed_month.period_key is not null as is_changed
from core.coverage
join core.dim_period as period on period.period_key = coverage.period_key
left join changed_month
    on changed_month.authority_key = coverage.authority_key
    and changed_month.period_key = coverage.period_key
where coverage.authority_key = any (:authorities)
    and coverage.entity in ('care_episode', 'referral', 'plan', 'assessment')
