-- One row per sex that a return can record.
create view mart.dim_sex as
select
    code.code as sex,
    code.code_name as sex_name,
    code.group_code as sex_group,
    code.group_name as sex_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'sex';

comment on view mart.dim_sex is 'One row per sex that a return can record.';
comment on column mart.dim_sex.sex is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_sex.sex_name is 'What the code means.';
comment on column mart.dim_sex.sex_group is 'Code of the group it is reported under.';
comment on column mart.dim_sex.sex_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_sex.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_sex.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_sex.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
