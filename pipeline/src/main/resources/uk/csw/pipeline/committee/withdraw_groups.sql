-- Withdraws the rows that are no longer as the configuration has them.
update kpi.priority_group
set withdrawn_at = :now
where
    withdrawn_at is null
    and not exists (
        select 1
        from jsonb_to_recordset(:placed::jsonb) as wanted (
            authority_code text,
            group_order integer,
            group_name text,
            kpi_order integer,
            kpi_code text
        )
        where
            wanted.authority_code = priority_group.authority_code
            and wanted.group_order = priority_group.group_order
            and wanted.group_name = priority_group.group_name
            and wanted.kpi_order = priority_group.kpi_order
            and wanted.kpi_code = priority_group.kpi_code
    )
