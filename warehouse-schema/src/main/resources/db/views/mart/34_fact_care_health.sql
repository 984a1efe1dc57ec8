-- One row per looked-after child and financial year of the health table.
create view mart.fact_care_health as
select
    authority.authority_code,
    health.child_key,
    health.financial_year_end,
    health.is_health_assessed,
    health.is_dental_checked,
    health.is_immunised,
    health.is_development_checked,
    health.sdq_score,
    coalesce(
        health.sdq_reason,
        case when health.sdq_score is null then 'not_recorded' else 'not_applicable' end
    ) as sdq_reason,
    health.is_convicted,
    health.is_substance_misuse,
    health.delivery_id
from core.fact_care_health as health
join core.authority as authority on health.authority_key = authority.authority_key;

comment on view mart.fact_care_health is 'One row per looked-after child and financial year of the health table. The return gives one answer for a year. Pseudonymous.';
comment on column mart.fact_care_health.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_care_health.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_care_health.financial_year_end is 'Year in which the financial year ends: 2026 is April 2025 to March 2026.';
comment on column mart.fact_care_health.is_health_assessed is 'True when the health assessments due in the year were held.';
comment on column mart.fact_care_health.is_dental_checked is 'True when teeth were checked by a dentist in the year.';
comment on column mart.fact_care_health.is_immunised is 'True when immunisations were up to date.';
comment on column mart.fact_care_health.is_development_checked is 'True when development checks were up to date (children under five).';
comment on column mart.fact_care_health.sdq_score is 'Score of the Strengths and Difficulties Questionnaire (SDQ), 0 to 40, high is worse; absent when none was returned.';
comment on column mart.fact_care_health.sdq_reason is 'Why there is no score; code of the return; not_applicable where there is one, not_recorded when left blank.';
comment on column mart.fact_care_health.is_convicted is 'True when convicted or finally warned in the year.';
comment on column mart.fact_care_health.is_substance_misuse is 'True when a substance misuse problem was identified in the year.';
comment on column mart.fact_care_health.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
