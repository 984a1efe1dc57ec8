--liquibase formatted sql

--changeset csw:052-kpi-coverage-percent
alter table kpi.value add column coverage_percent numeric;
alter table kpi.candidate_value add column coverage_percent numeric;
comment on column kpi.value.coverage_percent is 'Share of those concerned whom a delivered figure knows about, as the service that delivered it says.';
