--liquibase formatted sql

--changeset csw:050-kpi-definition
create table kpi.definition (
    kpi_code text not null,
    definition_version text not null,
    kpi_name text not null,
    plain_english text not null,
    acronyms text not null,
    group_name text not null,
    outcome text not null,
    unit text not null,
    decimals smallint not null,
    polarity text not null,
    numerator_text text not null,
    denominator_text text not null,
    comparator_text text not null,
    is_current boolean not null,
    primary key (kpi_code, definition_version)
);
comment on table kpi.definition is 'One row per KPI and version of its definition; the version is the hash of the definition file.';

--changeset csw:050-kpi-value
create table kpi.value (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    status text not null,
    interval_low numeric,
    interval_high numeric,
    is_provisional boolean not null,
    definition_version text not null,
    release_from bigint not null,
    release_to bigint,
    primary key (authority_key, period_key, kpi_code, basis, release_from)
);
comment on table kpi.value is 'One row per KPI, authority, period, basis and span of releases that showed this figure.';
create table kpi.comparison (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    comparator text not null,
    comparator_period integer,
    vintage text not null,
    comparator_value numeric,
    difference numeric,
    direction text not null,
    method text not null,
    members_used integer not null,
    members_total integer not null,
    rank integer,
    rank_of integer,
    band text,
    release_from bigint not null,
    release_to bigint,
    primary key (authority_key, period_key, kpi_code, basis, comparator, release_from)
);
comment on table kpi.comparison is 'One row per KPI, authority, period, basis, comparator and span of releases that showed this comparison.';

--changeset csw:050-kpi-candidate
create table kpi.candidate_value (like kpi.value including comments);
alter table kpi.candidate_value drop column release_from, drop column release_to;
alter table kpi.candidate_value add primary key (authority_key, period_key, kpi_code, basis);
create table kpi.candidate_comparison (like kpi.comparison including comments);
alter table kpi.candidate_comparison drop column release_from, drop column release_to;
alter table kpi.candidate_comparison add primary key (authority_key, period_key, kpi_code, basis, comparator);
comment on table kpi.candidate_value is 'The values of the release being built, for the authorities of the night. Emptied when it is published.';
comment on table kpi.candidate_comparison is 'The comparisons of the release being built.';

--changeset csw:050-kpi-candidate-authority
create table kpi.candidate_authority (
    authority_key integer primary key,
    is_measured boolean not null
);
comment on table kpi.candidate_authority is 'One row per authority that the release being built changes: measured anew, or only compared anew because a neighbour was measured.';

--changeset csw:050-kpi-open-rows
create unique index value_open on kpi.value (authority_key, period_key, kpi_code, basis) where release_to is null;
create unique index comparison_open
    on kpi.comparison (authority_key, period_key, kpi_code, basis, comparator) where release_to is null;
create index value_release_from on kpi.value (release_from);
create index value_release_to on kpi.value (release_to) where release_to is not null;
create index comparison_release_from on kpi.comparison (release_from);
create index comparison_release_to on kpi.comparison (release_to) where release_to is not null;

-- 95% intervals. Wilson for percentages, Byar for counts and rates; z = 1.959964 for both.
--changeset csw:050-kpi-interval-wilson-low
create function kpi.wilson_low(numerator numeric, denominator numeric) returns numeric
language sql immutable parallel safe
return case
    when denominator <= 0 or numerator > denominator then null
    when numerator = 0 then 0
    else round((100.0 * (
        numerator::float8 / denominator + 1.920729441 / denominator
        - 1.959964 * sqrt(
            numerator::float8 / denominator * (1 - numerator::float8 / denominator) / denominator
            + 0.960364721 / denominator / denominator
        )
    ) / (1 + 3.841458881 / denominator))::numeric, 6)
end;
comment on function kpi.wilson_low is 'Lower end of the 95% Wilson interval of numerator out of denominator, in percent; null when the denominator is not positive.';
--changeset csw:050-kpi-interval-wilson-high
create function kpi.wilson_high(numerator numeric, denominator numeric) returns numeric
language sql immutable parallel safe
return case
    when denominator <= 0 or numerator > denominator then null
    when numerator = denominator then 100
    else round((100.0 * (
        numerator::float8 / denominator + 1.920729441 / denominator
        + 1.959964 * sqrt(
            numerator::float8 / denominator * (1 - numerator::float8 / denominator) / denominator
            + 0.960364721 / denominator / denominator
        )
    ) / (1 + 3.841458881 / denominator))::numeric, 6)
end;
comment on function kpi.wilson_high is 'Upper end of the 95% Wilson interval of numerator out of denominator, in percent; null when the denominator is not positive.';
--changeset csw:050-kpi-interval-byar-low
create function kpi.byar_low(events numeric) returns numeric
language sql immutable parallel safe
return case
    when events <= 0 then 0
    else round((events * power(1 - 1 / (9 * events::float8) - 1.959964 / (3 * sqrt(events::float8)), 3))::numeric, 6)
end;
comment on function kpi.byar_low is 'Lower end of the 95% interval of a count of events, by Byar''s approximation.';
--changeset csw:050-kpi-interval-byar-high
create function kpi.byar_high(events numeric) returns numeric
language sql immutable parallel safe
return round(
    ((events + 1) * power(1 - 1 / (9 * (events::float8 + 1)) + 1.959964 / (3 * sqrt(events::float8 + 1)), 3))::numeric, 6
);
comment on function kpi.byar_high is 'Upper end of the 95% interval of a count of events, by Byar''s approximation.';

--changeset csw:050-kpi-commentary
create table kpi.commentary (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    commentary text not null,
    written_by text not null,
    written_at timestamptz not null default now(),
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.commentary is 'One row per figure that a person has explained: the words printed beside it, whatever the release.';

--changeset csw:050-kpi-reader-indexes
create index value_period on kpi.value (period_key);
create index value_kpi on kpi.value (kpi_code, period_key);
create index comparison_period on kpi.comparison (period_key);
create index comparison_kpi on kpi.comparison (kpi_code, period_key);
