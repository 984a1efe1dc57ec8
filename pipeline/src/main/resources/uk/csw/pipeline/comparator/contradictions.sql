-- The figures that one file gives twice, differently, for one area and year; none when there are none.
with contradicted as (
    -- distinct: a KPI may be contradicted in many areas
    select distinct kpi_code
    from published_row
    group by kpi_code, year, area_level, area_code
    having
        count(distinct value) > 1
        or count(distinct symbol) > 1
        or (count(value) > 0 and count(symbol) > 0)
)

select string_agg(kpi_code, ', ' order by kpi_code)
from contradicted
having count(*) > 0
