-- One row per visit at which a child on a protection plan was seen, with the working days since the visit before.
create view mart.fact_plan_visit as
select
    authority.authority_code,
    plan_visit.child_key,
    plan_visit.plan_no,
    plan_visit.visit_date,
    plan_visit.working_days
from core.fact_plan_visit as plan_visit
join core.authority as authority on plan_visit.authority_key = authority.authority_key;

comment on view mart.fact_plan_visit is 'One row per visit at which a child on a protection plan was seen, with the working days since the visit before. Pseudonymous.';
comment on column mart.fact_plan_visit.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_plan_visit.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_plan_visit.plan_no is 'Number of the plan in mart.fact_plan.';
comment on column mart.fact_plan_visit.visit_date is 'Day the child was seen.';
comment on column mart.fact_plan_visit.working_days is 'Working days since the visit before, or since the plan began where there was none.';
