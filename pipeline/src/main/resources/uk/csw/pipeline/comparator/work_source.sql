-- Working tables of the published comparison. They live as long as the transaction.
create temporary table published_rule on commit drop as
select
    kpi_code,
    sign
from jsonb_to_recordset(:rules::jsonb) as rule (kpi_code text, sign integer);
create temporary table published_source on commit drop as
with offered as (
    select
        value.kpi_code,
        value.year,
        value.file_id,
        bool_or(value.is_computed) as is_computed,
        max(value.note) as note,
        count(value.value) as authorities
    from core.published_value as value
    inner join published_rule as rule on rule.kpi_code = value.kpi_code
    where value.area_level = 'authority'
    group by value.kpi_code, value.year, value.file_id
    having count(value.value) > 0
)

-- distinct: the best source of each KPI and year. Published beats worked out and newer beats older; of the same age the
-- one with figures of more authorities (some tables give two that report together one row), then the table itself before
-- a collection of tables.
select distinct on (offered.kpi_code, offered.year)
    offered.kpi_code,
    offered.year,
    offered.file_id,
    offered.is_computed,
    offered.note
from offered
inner join core.published_file as file on file.file_id = offered.file_id
order by
    offered.kpi_code,
    offered.year,
    offered.is_computed,
    file.newest_year desc,
    offered.authorities desc,
    file.is_collection,
    file.edition desc;
create temporary table published_figure on commit drop as
-- Each authority that stood on 31 March of the year, with its figure where there is one.
select
    source.kpi_code,
    source.year,
    source.file_id,
    source.is_computed,
    source.note,
    rule.sign,
    standing.authority_key,
    case standing.comparison_region_name
        -- Inner and Outer London are areas of publication without a place in the list of regions.
        when 'Inner London' then 'E13000001'
        when 'Outer London' then 'E13000002'
        else standing.region_code
    end as comparison_region_code,
    standing.region_code,
    value.value,
    value.symbol
from published_source as source
inner join published_rule as rule on rule.kpi_code = source.kpi_code
inner join core.dim_authority as standing
    on standing.valid_from <= make_date(source.year, 3, 31)
    and standing.valid_to >= make_date(source.year, 3, 31)
left join core.published_value as value
    on value.file_id = source.file_id
    and value.kpi_code = source.kpi_code
    and value.year = source.year
    and value.area_level = 'authority'
    and value.area_code = standing.authority_code;
create unique index on published_figure (kpi_code, year, authority_key);
analyze published_figure;
