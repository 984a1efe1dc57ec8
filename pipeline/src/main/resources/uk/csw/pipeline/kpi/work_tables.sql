-- Working tables of one measurement. They live as long as its transaction.
create temporary table if not exists measure_plan (
    plan_no integer not null,
    span_no integer not null,
    kpi_code text not null,
    basis text not null,
    definition_version text not null,
    covered_by text[] not null,
    fact text not null,
    dated_by text not null,
    unit text not null,
    scale integer not null,
    is_stock boolean not null,
    is_count boolean not null,
    is_median boolean not null,
    is_delivered boolean not null,
    is_else_delivered boolean not null,
    year_ends integer not null,
    window_years integer not null,
    look_back_months integer not null,
    maturity_days integer not null,
    minimum_denominator integer not null,
    valid_from integer not null,
    valid_to integer not null
) on commit drop;
create temporary table if not exists measure_window (
    span_no integer not null,
    basis text not null,
    is_stock boolean not null,
    year_ends integer not null,
    window_years integer not null,
    period_key integer not null,
    first_index integer not null,
    last_index integer not null
) on commit drop;
create temporary table if not exists measure_coverage (
    covered_by text[] not null,
    authority_key integer not null,
    period_key integer not null,
    first_index integer,
    newest_end date not null
) on commit drop;
create temporary table if not exists measure_whole (
    authority_key integer primary key
) on commit drop;
create temporary table if not exists measure_scope (
    plan_no integer not null,
    authority_key integer not null,
    period_key integer not null,
    first_index integer not null,
    last_index integer not null,
    primary key (plan_no, authority_key, period_key)
) on commit drop;
create temporary table if not exists measure_month (
    -- fact and kind of date in one, so that the planner knows how many months each has
    counted_from text not null,
    authority_key integer not null,
    period_key integer not null
) on commit drop;
create temporary table if not exists measure_tally (
    kpi_code text not null,
    authority_key integer not null,
    month_index integer not null,
    previous_index integer,
    next_index integer,
    numerator bigint not null,
    denominator bigint not null
) on commit drop;
create temporary table if not exists measure_median (
    kpi_code text not null,
    authority_key integer not null,
    basis text not null,
    period_key integer not null,
    denominator bigint not null,
    median numeric not null
) on commit drop;
create temporary table if not exists measure_value (like kpi.candidate_value including all) on commit drop;
truncate
    measure_plan,
    measure_window,
    measure_coverage,
    measure_whole,
    measure_scope,
    measure_month,
    measure_tally,
    measure_median,
    measure_value;
