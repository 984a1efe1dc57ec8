-- Adds the rows of the configuration that are not in force yet.
insert into kpi.priority_group (
    authority_code,
    group_order,
    group_name,
    kpi_order,
    kpi_code,
    installed_at
)
select
    wanted.authority_code,
    wanted.group_order,
    wanted.group_name,
    wanted.kpi_order,
    wanted.kpi_code,
    :now as installed_at
from jsonb_to_recordset(:placed::jsonb) as wanted (
    authority_code text,
    group_order integer,
    group_name text,
    kpi_order integer,
    kpi_code text
)
where
    not exists (
        select 1
        from kpi.priority_group as held
        where
            held.authority_code = wanted.authority_code
            and held.kpi_code = wanted.kpi_code
            and held.withdrawn_at is null
    )
