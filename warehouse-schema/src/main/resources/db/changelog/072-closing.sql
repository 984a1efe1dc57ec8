--liquibase formatted sql

-- Closing a row writes its release_to. Where no index rests on that column and the page has room, PostgreSQL writes the
-- row anew beside itself and leaves every index alone.

--changeset csw:072-indexes-on-release-to
drop index kpi.value_open;
drop index kpi.value_release_to;
drop index kpi.value_immature;
drop index kpi.comparison_open;
drop index kpi.comparison_release_to;
drop index kpi.judgement_open;
drop index kpi.judgement_release_to;
drop index kpi.breakdown_value_open;
drop index kpi.breakdown_value_release_to;
create index value_immature on kpi.value (authority_key) where status = 'immature';
alter table kpi.value set (fillfactor = 90);
alter table kpi.comparison set (fillfactor = 90);
alter table kpi.judgement set (fillfactor = 90);
alter table kpi.breakdown_value set (fillfactor = 90);

--changeset csw:072-release-is-written
alter table ops.release add column is_written boolean not null default false;
comment on column ops.release.is_written is 'Its rows are being written or were: what of them stands is undone before another release is written, unless it became current.';
update ops.release set is_written = true where state = 'candidate';

--changeset csw:072-any-release-not-published
-- also one that was half written and then given up; undoing what is not there does no harm
update ops.release set is_written = true where state <> 'published';
