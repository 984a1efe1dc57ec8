-- One row per reason why an episode or a period of care ended.
create view mart.dim_reason_ceased as
select
    code.code as end_reason,
    code.code_name as end_reason_name,
    code.group_code as end_reason_group,
    code.group_name as end_reason_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'end_reason';

comment on view mart.dim_reason_ceased is 'One row per reason why an episode or a period of care ended.';
comment on column mart.dim_reason_ceased.end_reason is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_reason_ceased.end_reason_name is 'What the code means.';
comment on column mart.dim_reason_ceased.end_reason_group is 'Code of the group it is reported under.';
comment on column mart.dim_reason_ceased.end_reason_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_reason_ceased.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_reason_ceased.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_reason_ceased.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
