-- One row per KPI and basis.
insert into compare_rule (
    rule_no,
    kpi_code,
    basis,
    decimals,
    sign,
    same_within,
    step,
    is_count,
    scale,
    method,
    minimum_members,
    year_end_month
)
select
    row_number() over (order by kpi_code, basis) as rule_no,
    kpi_code,
    basis,
    decimals,
    sign,
    same_within,
    step,
    is_count,
    scale,
    method,
    minimum_members,
    year_end_month
from jsonb_to_recordset(:rules::jsonb) as rule (
    kpi_code text,
    basis text,
    decimals integer,
    sign integer,
    same_within numeric,
    step integer,
    is_count boolean,
    scale integer,
    method text,
    minimum_members integer,
    year_end_month integer
)
