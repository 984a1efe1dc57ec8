-- One row per ethnicity that a return can record.
create view mart.dim_ethnicity as
select
    code.code as ethnicity,
    code.code_name as ethnicity_name,
    code.group_code as ethnicity_group,
    code.group_name as ethnicity_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'ethnicity';

comment on view mart.dim_ethnicity is 'One row per ethnicity that a return can record.';
comment on column mart.dim_ethnicity.ethnicity is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_ethnicity.ethnicity_name is 'What the code means.';
comment on column mart.dim_ethnicity.ethnicity_group is 'Code of the group it is reported under.';
comment on column mart.dim_ethnicity.ethnicity_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_ethnicity.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_ethnicity.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_ethnicity.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
