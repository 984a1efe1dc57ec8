--liquibase formatted sql

-- The parts of figures that the release being built changes, instead of those of all figures.

--changeset csw:071-candidate-divided
create table kpi.candidate_divided (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.candidate_divided is 'The figures whose parts the release being built replaces by the candidates; without any, the figure is not divided any more. Emptied when it is published.';
comment on table kpi.candidate_breakdown is 'All parts of the figures whose parts the release being built replaces. Emptied when it is published.';
create index candidate_breakdown_figure on kpi.candidate_breakdown (authority_key, period_key, kpi_code, basis);

-- What an earlier version measured and left to wait holds the parts of every figure, and nothing says so: measured anew.
--changeset csw:071-measured-before
update ops.release
set state = 'refused',
    gate_report = 'Not published: measured by an earlier version of the program.'
from ops.night
where night.night_id = release.night_id
    and night.state = 'waits'
    and release.state = 'candidate';
update ops.night
set state = 'given_up'
where state = 'waits';

--changeset csw:071-unfinished
comment on column kpi.candidate_authority.is_unfinished is 'Being measured or compared: what the candidates say of it may be a part, and is not published.';
