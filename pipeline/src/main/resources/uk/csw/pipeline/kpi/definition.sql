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
    same_within,
    numerator_text,
    denominator_text,
    comparator_text,
    disclosure,
    disclosure_group,
    is_stock,
    year_ends,
    window_years,
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
    :same_within,
    :numerator_text,
    :denominator_text,
    :comparator_text,
    :disclosure,
    :disclosure_group,
    :is_stock,
    :year_ends,
    :window_years,
    not exists (select 1 from kpi.definition where kpi_code = :kpi_code and is_current)
on conflict (kpi_code, definition_version) do update set
    disclosure = excluded.disclosure,
    disclosure_group = excluded.disclosure_group,
    is_stock = excluded.is_stock,
    year_ends = excluded.year_ends,
    window_years = excluded.window_years
where definition.disclosure_group is null
