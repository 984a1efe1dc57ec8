--liquibase formatted sql

-- What changed since the figures shown were measured, so that a night works out again only what rests on it.

--changeset csw:067-changed-fact
create table core.changed_fact (
    fact text not null,
    dated_by text not null,
    authority_key integer not null,
    period_key integer not null,
    is_measured boolean not null default false,
    primary key (authority_key, fact, dated_by, period_key)
);
comment on table core.changed_fact is 'One row per fact, kind of date, authority and month in which a row came, went or changed since the figures shown were measured. Also, for the fact coverage, per entity and month that became covered, no longer is, or whose unbroken run begins elsewhere.';
comment on column core.changed_fact.dated_by is 'The column whose date places the row in the month; of coverage the entity.';
comment on column core.changed_fact.is_measured is 'The release being built was measured after it; forgotten when that is published.';

--changeset csw:067-months-of-a-child
create index fact_child_month_child on core.fact_child_month (authority_key, child_key);
create index fact_assessment_month_child on core.fact_assessment_month (authority_key, child_key);

--changeset csw:067-candidate-differences
create table kpi.candidate_gone (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.candidate_gone is 'The figures shown that the release being built no longer has.';
comment on table kpi.candidate_value is 'The figures of the release being built that are new, or not as they are shown. Emptied when it is published.';
create table kpi.candidate_compared (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.candidate_compared is 'The figures that the release being built compares anew: what is shown beside them is replaced by the candidate comparisons.';
create index value_immature on kpi.value (authority_key) where status = 'immature' and release_to is null;

--changeset csw:067-measured-by
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
            select
                string_agg(
                    concat_ws(' ', grouped.code, grouped.group_code, grouped.valid_from, grouped.valid_to), ' '
                    order by grouped.code, grouped.valid_from
                )
            from core.dim_code as grouped
            where grouped.code_set = 'placement_type'
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
comment on function kpi.measured_by is 'Version of what an authority is measured by besides its facts: these definitions (a version of all of them together), the estimates of its population, the groups that placements belong to, and the last period reopened of which figures were held.';

-- What an earlier version measured and left to wait holds every figure, not the differences: it is measured anew.
--changeset csw:067-measured-before
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
