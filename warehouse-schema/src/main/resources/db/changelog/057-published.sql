--liquibase formatted sql

--changeset csw:057-published-value
create table core.published_file (
    file_id bigint generated always as identity primary key,
    sha256 text not null unique,
    mapping text not null,
    file_name text not null,
    source_table text not null,
    is_collection boolean not null,
    newest_year integer not null,
    edition integer not null,
    vintage text not null,
    loaded_at timestamptz not null
);
comment on table core.published_file is 'One row per file of published figures that was loaded; the vintage is its newest year, with a number behind it when that year was published more than once.';
create table core.published_value (
    file_id bigint not null,
    kpi_code text not null,
    area_level text not null,
    area_code text not null,
    area_name text not null,
    year integer not null,
    value numeric,
    symbol text,
    is_computed boolean not null,
    note text not null,
    primary key (file_id, kpi_code, year, area_level, area_code)
);
comment on table core.published_value is 'One row per published file, KPI (or POPULATION_0_17), area and year: the figure as it came, or the symbol in its place.';

--changeset csw:057-published-comparison
create table kpi.published_comparison (
    kpi_code text not null,
    authority_key integer not null,
    year integer not null,
    neighbour_model text not null,
    value numeric,
    symbol text,
    neighbour_mean numeric,
    neighbour_median numeric,
    members_used integer not null,
    members_total integer not null,
    neighbour_rank integer,
    neighbour_rank_of integer,
    national_rank integer,
    national_rank_of integer,
    band text,
    region_value numeric,
    england_value numeric,
    file_id bigint not null,
    is_computed boolean not null,
    note text not null,
    primary key (kpi_code, authority_key, year, neighbour_model)
);
comment on table kpi.published_comparison is 'One row per KPI, authority, year and neighbour model: the published figure beside those of neighbours, region and England. Replaced whole whenever published figures are loaded.';

--changeset csw:057-published-population splitStatements:false
create procedure core.use_published_population()
language sql
as $$
    insert into core.population (area_code, mid_year, children_0_17, vintage)
    with newest as (
        select
            file_id,
            vintage,
            newest_year
        from core.published_file as file
        where
            exists (
                select 1
                from core.published_value as value
                where
                    value.file_id = file.file_id
                    and value.kpi_code = 'POPULATION_0_17'
            )
        order by
            newest_year desc,
            edition desc
        limit 1
    )

    select
        value.area_code,
        value.year as mid_year,
        value.value::integer as children_0_17,
        newest.vintage
    from newest
    inner join core.published_value as value on value.file_id = newest.file_id
    where
        value.kpi_code = 'POPULATION_0_17'
        and value.value is not null
        and newest.newest_year >= (select coalesce(max(mid_year), 0) from core.population)
    on conflict (area_code, mid_year) do update set
        children_0_17 = excluded.children_0_17,
        vintage = excluded.vintage
    where population.children_0_17 <> excluded.children_0_17
$$;
comment on procedure core.use_published_population is 'Puts the newest published estimates in the place of those of the configuration, unless these know a later year.';
