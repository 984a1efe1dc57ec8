-- Moves the pointer. The definitions that the figures were measured by become current with it.
with measured as (
    -- distinct: one row per KPI, whose candidates all have one version
    select distinct
        kpi_code,
        definition_version
    from kpi.candidate_value
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
