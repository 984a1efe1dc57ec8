-- Working tables of the breakdowns of one measurement. They live as long as its transaction.
create temporary table if not exists measure_breakdown_window (
    window_no integer primary key,
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    status text not null,
    is_stock boolean not null,
    is_count boolean not null,
    scale integer not null,
    minimum_denominator integer not null,
    first_index integer not null,
    last_index integer not null,
    is_counted boolean not null
) on commit drop;
create temporary table if not exists measure_breakdown_month (
    authority_key integer not null,
    is_stock boolean not null,
    period_key integer not null
) on commit drop;
create temporary table if not exists measure_breakdown (
    kpi_code text not null,
    authority_key integer not null,
    month_index integer not null,
    previous_index integer,
    next_index integer,
    breakdown text not null,
    category text not null,
    numerator bigint not null,
    denominator bigint not null
) on commit drop;
create temporary table if not exists measure_part (
    window_no integer not null,
    breakdown text not null,
    category text not null,
    numerator numeric not null,
    denominator numeric,
    value numeric not null,
    status text not null
) on commit drop;
truncate measure_breakdown_window, measure_breakdown_month, measure_breakdown, measure_part;
