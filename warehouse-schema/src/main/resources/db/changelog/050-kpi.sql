--liquibase formatted sql

--changeset csw:050-kpi-definition
create table kpi.definition (
    kpi_code text not null,
    definition_version text not null,
    kpi_name text not null,
    plain_english text not null,
    acronyms text not null,
    group_name text not null,
    outcome text not null,
    unit text not null,
    decimals smallint not null,
    polarity text not null,
    numerator_text text not null,
    denominator_text text not null,
    comparator_text text not null,
    is_current boolean not null,
    primary key (kpi_code, definition_version)
);
comment on table kpi.definition is 'One row per KPI and version of its definition; the version is the hash of the definition file.';

--changeset csw:050-kpi-value
create table kpi.value (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    status text not null,
    interval_low numeric,
    interval_high numeric,
    is_provisional boolean not null,
    definition_version text not null,
    release_from bigint not null,
    release_to bigint,
    primary key (authority_key, period_key, kpi_code, basis, release_from)
);
comment on table kpi.value is 'One row per KPI, authority, period, basis and span of releases that showed this figure.';
create table kpi.comparison (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    comparator text not null,
    comparator_period integer,
    vintage text not null,
    comparator_value numeric,
    difference numeric,
    direction text not null,
    method text not null,
    members_used integer not null,
    members_total integer not null,
    rank integer,
    rank_of integer,
    band text,
    release_from bigint not null,
    release_to bigint,
    primary key (authority_key, period_key, kpi_code, basis, comparator, release_from)
);
comment on table kpi.comparison is 'One row per KPI, authority, period, basis, comparator and span of releases that showed this comparison.';

--changeset csw:050-kpi-candidate
create table kpi.candidate_value (like kpi.value including comments);
alter table kpi.candidate_value drop column release_from, drop column release_to;
alter table kpi.candidate_value add primary key (authority_key, period_key, kpi_code, basis);
create table kpi.candidate_comparison (like kpi.comparison including comments);
alter table kpi.candidate_comparison drop column release_from, drop column release_to;
alter table kpi.candidate_comparison add primary key (authority_key, period_key, kpi_code, basis, comparator);
comment on table kpi.candidate_value is 'The values of the release being built, for the authorities of the night. Emptied when it is published.';
comment on table kpi.candidate_comparison is 'The comparisons of the release being built.';
