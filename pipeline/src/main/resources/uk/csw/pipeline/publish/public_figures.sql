-- One row per candidate with numbers: what its definition says about it, its month and the end of its year as month numbers.
insert into public_figure (
    authority_key,
    period_key,
    kpi_code,
    basis,
    numerator,
    denominator,
    unit,
    disclosure,
    disclosure_group,
    window_years,
    is_position,
    has_quarters,
    month_index,
    year_end_index,
    is_safe
)
with period as materialized (
    -- kept apart, or each figure would be looked up in an index
    select
        period_key,
        month_index
    from core.dim_period
)
select
    figure.authority_key,
    figure.period_key,
    figure.kpi_code,
    figure.basis,
    figure.numerator,
    figure.denominator,
    definition.unit,
    definition.disclosure,
    definition.disclosure_group,
    definition.window_years,
    definition.is_stock or figure.basis = 'snapshot' as is_position,
    definition.year_ends % 3 = 0 as has_quarters,
    period.month_index,
    period.month_index + (definition.year_ends + 11 - period.month_index % 12) % 12 as year_end_index,
    kpi.is_safe(definition.unit, figure.numerator, figure.denominator) as is_safe
from kpi.next_value as figure
inner join kpi.definition as definition
    on definition.kpi_code = figure.kpi_code
    and definition.definition_version = figure.definition_version
inner join period on period.period_key = figure.period_key
where
    figure.authority_key = any (:authorities)
    and figure.status not in ('not_available', 'not_applicable')
    and definition.disclosure_group is not null
