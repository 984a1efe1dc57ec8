-- One row per kind of provider of a placement.
create view mart.dim_placement_provider as
select
    code.code as placement_provider,
    code.code_name as placement_provider_name,
    code.group_code as placement_provider_group,
    code.group_name as placement_provider_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'placement_provider';

comment on view mart.dim_placement_provider is 'One row per kind of provider of a placement.';
comment on column mart.dim_placement_provider.placement_provider is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_placement_provider.placement_provider_name is 'What the code means.';
comment on column mart.dim_placement_provider.placement_provider_group is 'Code of the group it is reported under.';
comment on column mart.dim_placement_provider.placement_provider_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_placement_provider.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_placement_provider.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_placement_provider.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
