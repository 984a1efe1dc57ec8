--liquibase formatted sql

--changeset csw:059-breakdown-value
create table kpi.breakdown_value (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    breakdown text not null,
    category text not null,
    numerator numeric not null,
    denominator numeric,
    value numeric not null,
    status text not null,
    is_public boolean not null,
    release_from bigint not null,
    release_to bigint,
    primary key (authority_key, period_key, kpi_code, basis, breakdown, category, release_from)
);
comment on table kpi.breakdown_value is 'One row per KPI, authority, period, basis, breakdown, category and span of releases that showed this part of the figure.';
comment on column kpi.breakdown_value.is_public is 'Whether everybody may see it.';
create index breakdown_value_open on kpi.breakdown_value (authority_key) where release_to is null;
create index breakdown_value_release_from on kpi.breakdown_value (release_from);
create index breakdown_value_release_to on kpi.breakdown_value (release_to) where release_to is not null;
create table kpi.candidate_breakdown (like kpi.breakdown_value including comments);
alter table kpi.candidate_breakdown drop column release_from, drop column release_to;
alter table kpi.candidate_breakdown alter column is_public set default false;
comment on table kpi.candidate_breakdown is 'The parts of the figures of the release being built, for the authorities measured. Emptied when it is published.';
