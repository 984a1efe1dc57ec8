-- One row per main activity of a care leaver.
create view mart.dim_activity as
select
    code.code as activity,
    code.code_name as activity_name,
    code.group_code as activity_group,
    code.group_name as activity_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'activity';

comment on view mart.dim_activity is 'One row per main activity of a care leaver.';
comment on column mart.dim_activity.activity is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_activity.activity_name is 'What the code means.';
comment on column mart.dim_activity.activity_group is 'Code of the group it is reported under.';
comment on column mart.dim_activity.activity_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_activity.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_activity.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_activity.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
