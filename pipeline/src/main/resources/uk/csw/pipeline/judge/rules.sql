-- One row per KPI and basis.
insert into judge_rule (
    rule_no,
    kpi_code,
    basis,
    unit,
    decimals,
    sign,
    minimum_denominator,
    is_process
)
select
    row_number() over (order by kpi_code, basis) as rule_no,
    kpi_code,
    basis,
    unit,
    decimals,
    sign,
    minimum_denominator,
    is_process
from jsonb_to_recordset(:rules::jsonb) as rule (
    kpi_code text,
    basis text,
    unit text,
    decimals integer,
    sign integer,
    minimum_denominator integer,
    is_process boolean
)
