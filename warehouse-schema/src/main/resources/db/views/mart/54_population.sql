-- One row per area, mid-year and edition of the estimates.
create view mart.population as
select
    value.area_level,
    value.area_code,
    value.area_name,
    value.year as mid_year,
    value.value as children_0_17,
    value.symbol,
    file.source_table,
    file.vintage
from core.published_value as value
inner join core.published_file as file on file.file_id = value.file_id
where value.kpi_code = 'POPULATION_0_17';

comment on view mart.population is 'One row per area, mid-year and edition: resident children aged 0 to 17, as published. Each edition revises earlier years.';
comment on column mart.population.area_level is 'authority, region or england.';
comment on column mart.population.area_code is 'Three-digit code of an authority, or the ONS code of a region, of Inner or Outer London, or of England.';
comment on column mart.population.area_name is 'Name of the area as published.';
comment on column mart.population.mid_year is 'Year in the middle of which (30 June) the children were estimated.';
comment on column mart.population.children_0_17 is 'Resident children aged 0 to 17.';
comment on column mart.population.symbol is 'What stands in place of an estimate, such as x for an area that did not exist.';
comment on column mart.population.source_table is 'Published table that it came from.';
comment on column mart.population.vintage is 'Edition of that table: its newest year.';
