-- One row per source of a referral.
create view mart.dim_referral_source as
select
    code.code as referral_source,
    code.code_name as referral_source_name,
    code.group_code as referral_source_group,
    code.group_name as referral_source_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'referral_source';

comment on view mart.dim_referral_source is 'One row per source of a referral.';
comment on column mart.dim_referral_source.referral_source is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_referral_source.referral_source_name is 'What the code means.';
comment on column mart.dim_referral_source.referral_source_group is 'Code of the group it is reported under.';
comment on column mart.dim_referral_source.referral_source_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_referral_source.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_referral_source.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_referral_source.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
