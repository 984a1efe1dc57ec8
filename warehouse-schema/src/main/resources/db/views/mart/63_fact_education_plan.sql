-- One row per looked after child and school term, with the personal education plan (PEP) made in it.
create view mart.fact_education_plan as
select
    authority.authority_code,
    education_plan.child_key,
    education_plan.term_end_date,
    education_plan.plan_date,
    education_plan.is_in_term,
    education_plan.age_at_term_end,
    education_plan.delivery_id
from core.fact_education_plan as education_plan
join core.authority as authority on education_plan.authority_key = authority.authority_key;

comment on view mart.fact_education_plan is 'One row per looked after child and school term, with the personal education plan (PEP) made in it. Pseudonymous.';
comment on column mart.fact_education_plan.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_education_plan.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_education_plan.term_end_date is 'Last day of the term.';
comment on column mart.fact_education_plan.plan_date is 'Day the plan was signed off; absent when it was not.';
comment on column mart.fact_education_plan.is_in_term is 'True when it was signed off within the term.';
comment on column mart.fact_education_plan.age_at_term_end is 'Age in whole years on that day; absent when the date of birth is not known.';
comment on column mart.fact_education_plan.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
