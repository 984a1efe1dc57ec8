-- One row per reason why a case was closed.
create view mart.dim_closure_reason as
select
    code.code as closure_reason,
    code.code_name as closure_reason_name,
    code.group_code as closure_reason_group,
    code.group_name as closure_reason_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'closure_reason';

comment on view mart.dim_closure_reason is 'One row per reason why a case was closed.';
comment on column mart.dim_closure_reason.closure_reason is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_closure_reason.closure_reason_name is 'What the code means.';
comment on column mart.dim_closure_reason.closure_reason_group is 'Code of the group it is reported under.';
comment on column mart.dim_closure_reason.closure_reason_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_closure_reason.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_closure_reason.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_closure_reason.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
