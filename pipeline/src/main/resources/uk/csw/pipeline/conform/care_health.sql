-- one row per looked-after child and financial year that the health table mentions; blank counts as not done
insert into core.fact_care_health (
    authority_key, child_key, financial_year_end, is_health_assessed, is_dental_checked, is_immunised,
    is_development_checked, sdq_score, sdq_reason, is_convicted, is_substance_misuse, delivery_id, file_id, line
)
select distinct on (health.authority_key, health.child_key, period.financial_year_end) -- one layout may repeat another
    health.authority_key,
    health.child_key,
    period.financial_year_end,
    coalesce(health.health_assessment, false) as is_health_assessed,
    coalesce(health.dental_check, false) as is_dental_checked,
    coalesce(health.immunisations, false) as is_immunised,
    coalesce(health.health_check, false) as is_development_checked,
    health.sdq_score::smallint as sdq_score,
    health.sdq_reason,
    coalesce(health.convicted, false) as is_convicted,
    coalesce(health.substance_misuse, false) as is_substance_misuse,
    health.delivery_id,
    health.file_id,
    health.line
from staging.in_force_care_health as health
join touched_child
    on touched_child.authority_key = health.authority_key
    and touched_child.child_key = health.child_key
join core.dim_period as period on period.period_key = health.period_key
order by
    health.authority_key, health.child_key, period.financial_year_end,
    coalesce(health.last_mentioned, 999999) desc, health.period_key desc, health.layout
