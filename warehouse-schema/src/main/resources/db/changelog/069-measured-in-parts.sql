--liquibase formatted sql

-- Authorities are measured in several transactions at once; until all are done, nothing of it can be published.

--changeset csw:069-measured-in-parts
alter table kpi.candidate_authority add column is_unfinished boolean not null default false;
comment on column kpi.candidate_authority.is_unfinished is 'Being measured: what the candidates say of it may be a part, and is not published.';
