-- A figure repeated alike is one; a KPI that contradicts itself anywhere is left out.
insert into core.published_value (
    file_id,
    kpi_code,
    area_level,
    area_code,
    area_name,
    year,
    value,
    symbol,
    is_computed,
    note
)
with one_each as (
    select
        kpi_code,
        area_level,
        area_code,
        min(area_name) as area_name,
        year,
        min(value) as value,
        min(symbol) as symbol,
        bool_or(is_computed) as is_computed,
        min(note) as note,
        count(distinct value) > 1
        or count(distinct symbol) > 1
        or (count(value) > 0 and count(symbol) > 0) as is_contradicted
    from published_row
    group by kpi_code, year, area_level, area_code
)

select
    file.file_id,
    one_each.kpi_code,
    one_each.area_level,
    one_each.area_code,
    one_each.area_name,
    one_each.year,
    one_each.value,
    one_each.symbol,
    one_each.is_computed,
    one_each.note
from one_each
cross join core.published_file as file
where
    file.sha256 = :sha256
    and one_each.kpi_code not in (select refused.kpi_code from one_each as refused where refused.is_contradicted)
