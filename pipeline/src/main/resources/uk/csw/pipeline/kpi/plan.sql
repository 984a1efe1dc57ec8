-- One row per KPI and basis to be measured.
insert into measure_plan (
    kpi_code,
    basis,
    definition_version,
    covered_by,
    unit,
    scale,
    is_stock,
    is_count,
    look_back_months,
    maturity_days,
    minimum_denominator,
    valid_from,
    valid_to
)
select
    kpi_code,
    basis,
    definition_version,
    covered_by,
    unit,
    scale,
    is_stock,
    is_count,
    look_back_months,
    maturity_days,
    minimum_denominator,
    valid_from,
    valid_to
from jsonb_to_recordset(:plan::jsonb) as planned (
    kpi_code text,
    basis text,
    definition_version text,
    covered_by text[],
    unit text,
    scale integer,
    is_stock boolean,
    is_count boolean,
    look_back_months integer,
    maturity_days integer,
    minimum_denominator integer,
    valid_from integer,
    valid_to integer
)
