-- One row per answer to whether the authority is in touch with a care leaver.
create view mart.dim_in_touch as
select
    code.code as in_touch,
    code.code_name as in_touch_name,
    code.group_code as in_touch_group,
    code.group_name as in_touch_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'in_touch';

comment on view mart.dim_in_touch is 'One row per answer to whether the authority is in touch with a care leaver.';
comment on column mart.dim_in_touch.in_touch is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_in_touch.in_touch_name is 'What the code means.';
comment on column mart.dim_in_touch.in_touch_group is 'Code of the group it is reported under.';
comment on column mart.dim_in_touch.in_touch_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_in_touch.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_in_touch.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_in_touch.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
