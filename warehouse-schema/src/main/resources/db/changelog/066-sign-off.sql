--liquibase formatted sql

-- Periods that an authority has signed off: what is shown of them changes no more, until somebody reopens them.

--changeset csw:066-sign-off
create table kpi.sign_off (
    sign_off_id bigint generated always as identity primary key,
    authority_key integer not null,
    period_key integer not null,
    release_id bigint not null,
    signed_off_by text not null,
    signed_off_at timestamptz not null,
    note text not null,
    reopened_by text,
    reopened_at timestamptz,
    reopen_reason text,
    figures_held bigint
);
comment on table kpi.sign_off is 'One row per time that somebody signed off the figures of an authority and period. Reopening fills in the columns for it, once; nothing is changed after that.';
comment on column kpi.sign_off.release_id is 'The release that showed the figures signed off.';
comment on column kpi.sign_off.figures_held is 'Figures that the facts gave differently when it was reopened.';
create unique index sign_off_in_force on kpi.sign_off (authority_key, period_key) where reopened_at is null;

--changeset csw:066-held-figure
create table kpi.held_figure (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    status text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.held_figure is 'One row per figure of a signed-off period that is kept as it was signed off, though the facts give another, or other parts of it: what they gave when they were measured last.';

--changeset csw:066-measured-by
create or replace function kpi.measured_by(definitions text, authority_key integer) returns text
language sql stable
return md5(
    definitions || ' ' || coalesce(
        (
            select string_agg(estimate.mid_year || ' ' || estimate.children_0_17, ' ' order by estimate.mid_year)
            from core.population as estimate
            where estimate.area_code = authority_key::text
        ),
        ''
    )
    || coalesce(
        (
            select ' reopened ' || max(reopened.sign_off_id)
            from kpi.sign_off as reopened
            where
                reopened.authority_key = measured_by.authority_key
                and reopened.figures_held > 0
        ),
        ''
    )
);
comment on function kpi.measured_by is 'Version of what an authority is measured by besides its facts: these definitions (a version of all of them together), the estimates of its population, and the last period reopened of which figures were held.';

-- For the reason beside each restatement.
--changeset csw:066-sign-off-reopened
create index sign_off_reopened on kpi.sign_off (authority_key, period_key, reopened_at) where reopened_at is not null;
