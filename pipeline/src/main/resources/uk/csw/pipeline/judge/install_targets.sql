-- Makes the rules in force those of the configuration; a row that changed is withdrawn and a new one installed.
with wanted as (
    select
        rule.*,
        md5(rule::text) as row_hash
    from jsonb_to_recordset(:targets::jsonb) as rule (
        kpi_code text,
        authority_code text,
        basis text,
        bases text[],
        valid_from date,
        valid_to date,
        rule_type text,
        target numeric[],
        range_low numeric[],
        range_high numeric[],
        tol_below numeric,
        tol_above numeric,
        is_tol_relative boolean,
        tolerance_colour text,
        improve_test boolean,
        comparator text,
        min_denominator text,
        profile numeric[],
        reason text,
        approved_by text
    )
),
withdrawn as (
    update kpi.target
    set withdrawn_at = :now
    where
        withdrawn_at is null
        and not exists (
            select 1
            from wanted
            where
                wanted.kpi_code = target.kpi_code
                and wanted.row_hash = target.row_hash
        )
)
insert into kpi.target (
    kpi_code,
    authority_code,
    basis,
    bases,
    valid_from,
    valid_to,
    rule_type,
    target,
    range_low,
    range_high,
    tol_below,
    tol_above,
    is_tol_relative,
    tolerance_colour,
    improve_test,
    comparator,
    min_denominator,
    profile,
    reason,
    approved_by,
    row_hash,
    installed_at
)
select
    wanted.kpi_code,
    wanted.authority_code,
    wanted.basis,
    wanted.bases,
    wanted.valid_from,
    wanted.valid_to,
    wanted.rule_type,
    wanted.target[1] as target,
    wanted.range_low[1] as range_low,
    wanted.range_high[1] as range_high,
    wanted.tol_below,
    wanted.tol_above,
    wanted.is_tol_relative,
    wanted.tolerance_colour,
    wanted.improve_test,
    wanted.comparator,
    nullif(wanted.min_denominator, '')::integer as min_denominator,
    wanted.profile,
    wanted.reason,
    wanted.approved_by,
    wanted.row_hash,
    :now as installed_at
from wanted
where
    not exists (
        select 1
        from kpi.target as held
        where
            held.kpi_code = wanted.kpi_code
            and held.row_hash = wanted.row_hash
            and held.withdrawn_at is null
    )
order by
    wanted.kpi_code,
    wanted.authority_code,
    wanted.valid_from
