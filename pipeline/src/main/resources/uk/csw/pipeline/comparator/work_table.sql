-- The figures of one file while it is read. It lives as long as the transaction.
create temporary table if not exists published_row (
    kpi_code text not null,
    area_level text not null,
    area_code text not null,
    area_name text not null,
    year integer not null,
    value numeric,
    symbol text,
    is_computed boolean not null,
    note text not null
) on commit drop
