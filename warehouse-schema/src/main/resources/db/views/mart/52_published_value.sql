-- One row per KPI, area, year, source table and edition.
create view mart.published_value as
select
    value.kpi_code,
    value.area_level,
    value.area_code,
    value.area_name,
    value.year,
    value.value,
    value.symbol,
    file.source_table,
    file.vintage,
    value.note,
    file.file_name,
    file.loaded_at
from core.published_value as value
inner join core.published_file as file on file.file_id = value.file_id
where
    not value.is_computed
    and value.kpi_code <> 'POPULATION_0_17';

comment on view mart.published_value is 'One row per KPI, area, year, source table and edition: the figure that the Department for Education or another body published, unchanged. Every edition that was loaded is kept, so a year may have several.';
comment on column mart.published_value.kpi_code is 'KPI that the published figure is closest to; see mart.dim_kpi.';
comment on column mart.published_value.area_level is 'authority, region or england.';
comment on column mart.published_value.area_code is 'Three-digit code of an authority ("314 / 318" where two report together), or the ONS code of a region, of Inner or Outer London, or of England.';
comment on column mart.published_value.area_name is 'Name of the area as published.';
comment on column mart.published_value.year is 'Year in which the published year ends: 2025 for the year to 31 March 2025, and for the academic year 2024/25.';
comment on column mart.published_value.value is 'The figure as published; empty where a symbol stands in its place.';
comment on column mart.published_value.symbol is 'What stands in place of a figure: c hidden, because it is small or would give away one that is; x not available; z not applicable; u unreliable; k or low rounds to zero but is not; - any of these. Empty beside a figure.';
comment on column mart.published_value.source_table is 'Published table that it came from.';
comment on column mart.published_value.vintage is 'Edition of that table: its newest year; a number follows when one year was published more than once.';
comment on column mart.published_value.note is 'Where the published figure is not quite the KPI; empty when it is.';
comment on column mart.published_value.file_name is 'File that it was read from.';
comment on column mart.published_value.loaded_at is 'When that file was read.';
