-- One row per category of need of a child in need.
create view mart.dim_referral_need as
select
    code.code as need,
    code.code_name as need_name,
    code.group_code as need_group,
    code.group_name as need_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'census_need';

comment on view mart.dim_referral_need is 'One row per category of need of a child in need.';
comment on column mart.dim_referral_need.need is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_referral_need.need_name is 'What the code means.';
comment on column mart.dim_referral_need.need_group is 'Code of the group it is reported under.';
comment on column mart.dim_referral_need.need_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_referral_need.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_referral_need.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_referral_need.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
