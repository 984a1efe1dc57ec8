--liquibase formatted sql

-- How far a figure may move and count as the same.

--changeset csw:065-same-within
alter table kpi.definition add column same_within numeric not null default 0;
comment on column kpi.definition.same_within is 'A figure that moved no further than this since the period before, or since last year, counts as the same; in the unit of the KPI. Nought: every difference that is shown counts.';
