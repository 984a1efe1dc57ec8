-- Notes one version of one definition. The first version of a KPI is current at once; a later one when figures
-- measured by it are published.
insert into kpi.definition (
    kpi_code,
    definition_version,
    kpi_name,
    plain_english,
    acronyms,
    group_name,
    outcome,
    unit,
    decimals,
    polarity,
    numerator_text,
    denominator_text,
    comparator_text,
    is_current
)
select
    :kpi_code,
    :definition_version,
    :kpi_name,
    :plain_english,
    :acronyms,
    :group_name,
    :outcome,
    :unit,
    :decimals,
    :polarity,
    :numerator_text,
    :denominator_text,
    :comparator_text,
    not exists (select 1 from kpi.definition where kpi_code = :kpi_code and is_current)
on conflict (kpi_code, definition_version) do nothing
