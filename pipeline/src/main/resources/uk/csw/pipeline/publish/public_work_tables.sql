-- Working tables of what everybody may see. They live as long as the session, since a publication may be several
-- transactions.
create temporary table if not exists public_figure (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    numerator numeric,
    denominator numeric,
    unit text not null,
    disclosure text not null,
    disclosure_group text not null,
    window_years integer not null,
    is_position boolean not null,
    has_quarters boolean not null,
    month_index integer not null,
    year_end_index integer not null,
    is_safe boolean not null
);
create temporary table if not exists public_granule (
    authority_key integer not null,
    disclosure_group text not null,
    year_end_index integer not null,
    grain text not null,
    first_index integer not null,
    last_index integer not null,
    is_safe boolean not null,
    is_ample boolean not null,
    primary key (authority_key, disclosure_group, grain, last_index)
);
create temporary table if not exists public_chosen (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
create temporary table if not exists public_run (
    authority_key integer not null,
    disclosure_group text not null,
    first_index integer not null,
    last_index integer not null,
    run_no integer not null
);
create temporary table if not exists public_divided (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    is_replaced boolean not null
);
-- Without it the planner takes the columns for one another's shadow, expects long chains in a hash table, and sorts.
create statistics if not exists pg_temp.public_divided_key (ndistinct)
on authority_key, period_key, kpi_code, basis
from public_divided;
create temporary table if not exists public_part (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    breakdown text not null,
    category text not null,
    numerator numeric not null,
    denominator numeric,
    value numeric not null,
    status text not null,
    is_public boolean not null
);
truncate public_figure, public_granule, public_run, public_chosen, public_divided, public_part;
