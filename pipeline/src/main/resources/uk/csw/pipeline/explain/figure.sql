-- One figure as it is shown now, with the authority's name, the definition that gave it, and who signed it off.
select
    figure.numerator,
    figure.denominator,
    figure.value,
    figure.status,
    figure.interval_low,
    figure.interval_high,
    figure.is_provisional,
    figure.definition_version,
    figure.release_from,
    coalesce(authority.authority_name, 'authority') as authority_name,
    definition.kpi_name,
    definition.plain_english,
    definition.acronyms,
    definition.group_name,
    definition.outcome,
    definition.numerator_text,
    definition.denominator_text,
    definition.comparator_text,
    signed.signed_off_by,
    signed.signed_off_at,
    held.kpi_code is not null as is_held,
    held.value as held_value
from kpi.current_value as figure
inner join kpi.definition as definition
    on definition.kpi_code = figure.kpi_code
    and definition.definition_version = figure.definition_version
inner join core.dim_period as period on period.period_key = figure.period_key
left join kpi.authority_name as authority
    on authority.authority_key = figure.authority_key
    and authority.named_from <= period.month_end
    and authority.named_until > period.month_end
left join kpi.sign_off as signed
    on signed.authority_key = figure.authority_key
    and signed.period_key = figure.period_key
    and signed.reopened_at is null
left join kpi.held_figure as held
    on signed.sign_off_id is not null
    and held.authority_key = figure.authority_key
    and held.period_key = figure.period_key
    and held.kpi_code = figure.kpi_code
    and held.basis = figure.basis
where
    figure.kpi_code = :kpi
    and figure.authority_key = :authority
    and figure.period_key = :period
    and figure.basis = :basis
