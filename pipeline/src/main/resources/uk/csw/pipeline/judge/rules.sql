-- One row per KPI and basis.
insert into judge_rule (
    rule_no,
    kpi_code,
    basis,
    unit,
    decimals,
    sign,
    same_within,
    minimum_denominator,
    is_process,
    open_kpi,
    late_kpi
)
select
    row_number() over (order by kpi_code, basis) as rule_no,
    kpi_code,
    basis,
    unit,
    decimals,
    sign,
    same_within,
    minimum_denominator,
    is_process,
    open_kpi,
    late_kpi
from jsonb_to_recordset(:rules::jsonb) as rule (
    kpi_code text,
    basis text,
    unit text,
    decimals integer,
    sign integer,
    same_within numeric,
    minimum_denominator integer,
    is_process boolean,
    open_kpi text,
    late_kpi text
)
