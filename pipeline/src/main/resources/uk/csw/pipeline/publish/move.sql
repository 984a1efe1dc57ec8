-- Moves the pointer. The definitions that the figures were measured by become current with it.
with measured as (
    -- distinct: one row per KPI, whose candidates all have one version; what was signed off may have an earlier one
    select distinct
        candidate.kpi_code,
        candidate.definition_version
    from kpi.candidate_value as candidate
    where
        not exists (
            select 1
            from kpi.sign_off as signed
            where
                signed.authority_key = candidate.authority_key
                and signed.period_key = candidate.period_key
                and signed.reopened_at is null
        )
),
defined as (
    update kpi.definition
    set is_current = definition.definition_version = measured.definition_version
    from measured
    where
        measured.kpi_code = definition.kpi_code
        and definition.is_current <> (definition.definition_version = measured.definition_version)
),
recorded as (
    update ops.release
    set
        state = 'published',
        published_at = :published_at
    where release_id = :release
)
update ops.current_release
set release_id = :release
