--liquibase formatted sql

-- csw explain is for those who read, too: it reads below mart what 900-access.sql grants.

--changeset csw:068-explain
comment on schema core is 'The star schema, pseudonymous. Read through mart; csw explain reads it for analysts, birthdays and places left out.';
comment on schema kpi is 'KPI definitions, values and comparisons, by release. Read through mart; csw explain reads of it what a release has shown.';
