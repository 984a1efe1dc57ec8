-- One row per accommodation of a care leaver.
create view mart.dim_accommodation as
select
    code.code as accommodation,
    code.code_name as accommodation_name,
    code.group_code as accommodation_group,
    code.group_name as accommodation_group_name,
    code.sort_order,
    code.valid_from,
    code.valid_to
from mart.dim_code as code
where code.code_set = 'accommodation';

comment on view mart.dim_accommodation is 'One row per accommodation of a care leaver.';
comment on column mart.dim_accommodation.accommodation is 'The code as the statutory return has it, or not_recorded, or not_applicable.';
comment on column mart.dim_accommodation.accommodation_name is 'What the code means.';
comment on column mart.dim_accommodation.accommodation_group is 'Code of the group it is reported under.';
comment on column mart.dim_accommodation.accommodation_group_name is 'Name of the group it is reported under.';
comment on column mart.dim_accommodation.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_accommodation.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_accommodation.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
