--liquibase formatted sql

-- What may be shown to everybody. README.md of warehouse-schema says by which rule, and why it holds.

--changeset csw:058-definition-disclosure
alter table kpi.definition
    add column disclosure text not null default 'one_to_five',
    add column disclosure_group text,
    add column is_stock boolean not null default false,
    add column year_ends integer not null default 3,
    add column window_years integer not null default 1;
comment on column kpi.definition.disclosure is 'one_to_five: counts of 1 to 5 are hidden from the public; none: no figure of this KPI is about people who could be recognised.';
comment on column kpi.definition.disclosure_group is 'Word shared by KPIs whose counts give each other away, such as adoptions, special guardianships and both together; the code of a KPI that stands alone. Absent for versions noted before it was kept: their figures are hidden.';
comment on column kpi.definition.is_stock is 'True for a position at the end of a month, which adds up to nothing over time.';

--changeset csw:058-is-safe
create function kpi.is_safe(unit text, numerator numeric, denominator numeric) returns boolean
language sql immutable parallel safe
return coalesce(
    case
        when unit = 'percent'
            then (numerator = 0 or numerator >= 6)
                and (denominator - numerator = 0 or denominator - numerator >= 6)
        when unit in ('working_days', 'days', 'score', 'cases') then denominator = 0 or denominator >= 6
        else numerator = 0 or numerator >= 6
    end,
    false
);
comment on function kpi.is_safe is 'Whether every count that a figure rests on is nought or at least 6: those counted, of a percentage those not counted too, of a median or mean those it is taken over. A count that is not known is not safe.';

--changeset csw:058-forget-is-small
drop function kpi.is_small(text, numeric, numeric);

--changeset csw:058-public-grain
create table kpi.public_grain (
    authority_key integer not null,
    disclosure_group text not null,
    year_end_index integer not null,
    grain text not null check (grain in ('month', 'quarter', 'year')),
    primary key (authority_key, disclosure_group, year_end_index)
);
comment on table kpi.public_grain is 'One row per authority, KPI (or group of KPIs that give each other away) and year: the smallest periods that are shown to the public. Chosen once and kept, so that what two releases show cannot be set against each other.';

--changeset csw:058-public-cell
create table kpi.public_cell (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.public_cell is 'One row per figure of the current release that may be shown to everybody. A figure that was never judged has none, and is hidden.';
create table kpi.candidate_public_cell (like kpi.public_cell including all);
alter table kpi.candidate_public_cell add column release_id bigint not null;
comment on table kpi.candidate_public_cell is 'The same for the release being built, for the authorities measured.';
create table kpi.candidate_granule (
    authority_key integer not null,
    disclosure_group text not null,
    year_end_index integer not null,
    grain text not null,
    first_index integer not null,
    last_index integer not null,
    is_safe boolean not null,
    is_ample boolean not null,
    primary key (authority_key, disclosure_group, grain, last_index)
);
comment on table kpi.candidate_granule is 'One row per authority measured, KPI or group of KPIs, and month, quarter or year that figures of the release being built tell the counts of: whether all are safe to show, and whether they are so large that the next year''s will be.';
