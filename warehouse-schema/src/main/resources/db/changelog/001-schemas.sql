--liquibase formatted sql

--changeset csw:001-schemas
create schema if not exists ops;
create schema staging;
create schema quarantine;
create schema core;
create schema kpi;
create schema mart;
create schema mart_public;
comment on schema ops is 'How the warehouse runs: deliveries, releases, jobs, schedule. Loading role only, save what the mart shows.';
comment on schema staging is 'Accepted rows as delivered, with the child''s identifier. Loading role only.';
comment on schema quarantine is 'Rows that could not be loaded, and what was found wrong. Loading role only.';
comment on schema core is 'The star schema, pseudonymous. Read through mart.';
comment on schema kpi is 'KPI definitions, values and comparisons, by release. Read through mart.';
comment on schema mart is 'What analysts read: one view per subject, always the current release.';
comment on schema mart_public is 'Scorecard with small numbers hidden.';

--changeset csw:001-schema-state
create table ops.schema_state (
    singleton boolean primary key default true check (singleton),
    changelog_hash text not null,
    migrated_at timestamptz not null default now()
);
comment on table ops.schema_state is 'One row: the hash of the changelog that made this database, so that a start with nothing to do costs one query.';
