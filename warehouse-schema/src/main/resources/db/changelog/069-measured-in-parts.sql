--liquibase formatted sql

-- Authorities are measured, and what the public may see of them chosen, in several transactions at once.

--changeset csw:069-measured-in-parts
alter table kpi.candidate_authority add column is_unfinished boolean not null default false;
comment on column kpi.candidate_authority.is_unfinished is 'Being measured: what the candidates say of it may be a part, and is not published.';

-- A working table of each of those transactions now.
--changeset csw:069-granules
drop table kpi.candidate_granule;
