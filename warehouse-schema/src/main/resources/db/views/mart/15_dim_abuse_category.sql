-- One row per category of abuse of a child protection plan.
create view mart.dim_abuse_category as
select
    code.code as abuse_category,
    code.code_name as abuse_category_name,
    code.group_code as abuse_category_group,
    code.group_name as abuse_category_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'abuse_category';

comment on view mart.dim_abuse_category is 'One row per category of abuse of a child protection plan.';
comment on column mart.dim_abuse_category.abuse_category is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_abuse_category.abuse_category_name is 'What the code means.';
comment on column mart.dim_abuse_category.abuse_category_group is 'Code of the group it is reported under.';
comment on column mart.dim_abuse_category.abuse_category_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_abuse_category.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_abuse_category.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_abuse_category.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
