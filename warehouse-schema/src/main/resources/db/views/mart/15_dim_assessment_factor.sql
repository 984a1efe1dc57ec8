-- One row per factor found at the end of an assessment.
create view mart.dim_assessment_factor as
select
    code.code as factor,
    code.code_name as factor_name,
    code.group_code as factor_group,
    code.group_name as factor_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'assessment_factor';

comment on view mart.dim_assessment_factor is 'One row per factor found at the end of an assessment.';
comment on column mart.dim_assessment_factor.factor is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_assessment_factor.factor_name is 'What the code means.';
comment on column mart.dim_assessment_factor.factor_group is 'Code of the group it is reported under.';
comment on column mart.dim_assessment_factor.factor_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_assessment_factor.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_assessment_factor.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_assessment_factor.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
