--liquibase formatted sql

--changeset csw:062-priority-group
create table kpi.priority_group (
    authority_code text not null,
    group_order integer not null,
    group_name text not null,
    kpi_order integer not null,
    kpi_code text not null,
    installed_at timestamptz not null,
    withdrawn_at timestamptz
);
comment on table kpi.priority_group is 'One row per KPI in a priority area that was ever configured in config/groups; authority_code is empty where it is for all. Rows that left the configuration have withdrawn_at.';
create unique index priority_group_in_force on kpi.priority_group (authority_code, kpi_code) where withdrawn_at is null;

--changeset csw:062-commentary-history
alter table kpi.commentary drop constraint commentary_pkey;
alter table kpi.commentary
    add column commentary_id bigint generated always as identity primary key,
    add column superseded_at timestamptz;
create unique index commentary_in_force on kpi.commentary (authority_key, period_key, kpi_code, basis)
    where superseded_at is null;
comment on table kpi.commentary is 'One row per text that a person ever wrote about a figure, printed beside it whatever the release; basis is empty where it is about every basis. A later text supersedes the earlier one, which stays.';
