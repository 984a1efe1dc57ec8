-- One row per authority and KPI: the priority area in which its committee reads it, and the order.
create view mart.kpi_group as
with in_force as (
    select
        authority_code,
        group_order,
        group_name,
        kpi_order,
        kpi_code
    from kpi.priority_group
    where withdrawn_at is null
),

-- An authority's own areas; else those for all; else the parts of the service that the definitions name.
arranged as (
    select
        authority.authority_code,
        case
            when authority.authority_code in (select in_force.authority_code from in_force) then authority.authority_code
            when '' in (select in_force.authority_code from in_force) then ''
        end as arranged_for
    from core.authority as authority
),

part_of_service as (
    select
        definition.kpi_code,
        definition.group_name,
        dense_rank() over (order by definition.group_name)::integer as group_order,
        row_number() over (order by definition.group_name, definition.kpi_code)::integer as kpi_order
    from mart.dim_kpi as definition
)

select
    arranged.authority_code,
    in_force.group_order,
    in_force.group_name,
    in_force.kpi_order,
    definition.kpi_code,
    definition.kpi_name,
    true as is_configured
from arranged
inner join in_force on in_force.authority_code = arranged.arranged_for
inner join mart.dim_kpi as definition on definition.kpi_code = in_force.kpi_code
union all
select
    arranged.authority_code,
    part_of_service.group_order,
    part_of_service.group_name,
    part_of_service.kpi_order,
    definition.kpi_code,
    definition.kpi_name,
    false as is_configured
from arranged
cross join part_of_service
inner join mart.dim_kpi as definition on definition.kpi_code = part_of_service.kpi_code
where arranged.arranged_for is null;

comment on view mart.kpi_group is 'One row per authority and KPI: the priority area (config/groups) in which its committee reads it, and the order. Without areas of its own or for all, the parts of the service. A KPI that an authority puts into no area has no row.';
comment on column mart.kpi_group.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.kpi_group.group_order is 'Place of the area among the areas.';
comment on column mart.kpi_group.group_name is 'The priority area.';
comment on column mart.kpi_group.kpi_order is 'Place of the KPI among all of the authority''s.';
comment on column mart.kpi_group.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.kpi_group.kpi_name is 'Name of the KPI.';
comment on column mart.kpi_group.is_configured is 'Whether somebody chose the areas in config/groups; otherwise they are the parts of the service.';
