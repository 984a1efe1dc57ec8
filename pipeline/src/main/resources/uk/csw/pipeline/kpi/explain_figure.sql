-- One figure as it is shown now, with the definition that gave it.
select
    value.numerator,
    value.denominator,
    value.value,
    value.status,
    value.interval_low,
    value.interval_high,
    value.is_provisional,
    value.definition_version,
    value.release_from,
    definition.kpi_name,
    definition.plain_english,
    definition.acronyms,
    definition.group_name,
    definition.outcome,
    definition.numerator_text,
    definition.denominator_text,
    definition.comparator_text
from kpi.value
inner join kpi.definition
    on definition.kpi_code = value.kpi_code
    and definition.definition_version = value.definition_version
cross join ops.current_release
where
    value.kpi_code = :kpi
    and value.authority_key = :authority
    and value.period_key = :period
    and value.basis = :basis
    and value.release_from <= current_release.release_id
    and (value.release_to is null or value.release_to > current_release.release_id)
