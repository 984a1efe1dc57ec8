-- One row per assessment and factor found at its end.
create view mart.fact_assessment_factor as
select
    authority.authority_code,
    factor.child_key,
    factor.assessment_no,
    factor.factor
from core.fact_assessment_factor as factor
join core.authority as authority on factor.authority_key = authority.authority_key;

comment on view mart.fact_assessment_factor is 'One row per assessment and factor found at its end. Pseudonymous.';
comment on column mart.fact_assessment_factor.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_assessment_factor.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_assessment_factor.assessment_no is 'Number of the assessment in mart.fact_assessment.';
comment on column mart.fact_assessment_factor.factor is 'Factor; code, see mart.dim_assessment_factor.';
