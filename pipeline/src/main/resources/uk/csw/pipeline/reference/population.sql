-- One row per area and mid-year.
insert into core.population (area_code, mid_year, children_0_17, vintage)
select
    area_code,
    mid_year,
    children_0_17,
    vintage
from unnest(:area_codes, :mid_years, :children, :vintages) as estimates (
    area_code, mid_year, children_0_17, vintage
)
