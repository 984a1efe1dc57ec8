-- One row per legal status under which a child is looked after.
create view mart.dim_legal_status as
select
    code.code as legal_status,
    code.code_name as legal_status_name,
    code.group_code as legal_status_group,
    code.group_name as legal_status_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'legal_status';

comment on view mart.dim_legal_status is 'One row per legal status under which a child is looked after.';
comment on column mart.dim_legal_status.legal_status is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_legal_status.legal_status_name is 'What the code means.';
comment on column mart.dim_legal_status.legal_status_group is 'Code of the group it is reported under.';
comment on column mart.dim_legal_status.legal_status_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_legal_status.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_legal_status.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_legal_status.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
