--liquibase formatted sql

--changeset csw:056-target
create table kpi.target (
    target_id bigint generated always as identity primary key,
    kpi_code text not null,
    authority_code text not null,
    basis text not null,
    bases text[] not null,
    valid_from date not null,
    valid_to date not null,
    rule_type text not null,
    target numeric,
    range_low numeric,
    range_high numeric,
    tol_below numeric not null,
    tol_above numeric not null,
    is_tol_relative boolean not null,
    tolerance_colour text not null,
    improve_test boolean not null,
    comparator text not null,
    min_denominator integer,
    profile numeric[] not null,
    reason text not null,
    approved_by text not null,
    row_hash text not null,
    installed_at timestamptz not null,
    withdrawn_at timestamptz
);
comment on table kpi.target is 'One row per rule that was ever configured in config/targets: what a KPI is held against from one day to another. Rows that left the configuration have withdrawn_at.';
create unique index target_in_force on kpi.target (kpi_code, row_hash) where withdrawn_at is null;

--changeset csw:056-judgement
create table kpi.judgement (
    kpi_code text not null,
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    rag text not null,
    rag_reason text not null,
    target_id bigint,
    target_text text not null,
    target numeric,
    target_low numeric,
    target_high numeric,
    rag_last_year_rule text not null,
    last_year_rule_text text not null,
    short_gain smallint,
    long_gain smallint,
    short_state text not null,
    long_state text not null,
    long_certainty text not null,
    process_points integer,
    process_mean numeric,
    process_low numeric,
    process_high numeric,
    signal text not null,
    signal_text text not null,
    assurance text not null,
    assurance_text text not null,
    projection_low numeric,
    projection_central numeric,
    projection_high numeric,
    projection_text text not null,
    release_from bigint not null,
    release_to bigint,
    primary key (authority_key, period_key, kpi_code, basis, release_from)
);
comment on table kpi.judgement is 'One row per KPI, authority, period, basis and span of releases that showed this judgement.';
create unique index judgement_open on kpi.judgement (authority_key, period_key, kpi_code, basis) where release_to is null;
create index judgement_release_from on kpi.judgement (release_from);
create index judgement_release_to on kpi.judgement (release_to) where release_to is not null;

--changeset csw:056-candidate-judgement
create table kpi.candidate_judgement (like kpi.judgement including comments);
alter table kpi.candidate_judgement drop column release_from, drop column release_to;
alter table kpi.candidate_judgement add primary key (authority_key, period_key, kpi_code, basis);
comment on table kpi.candidate_judgement is 'The judgements of the release being built.';
create table kpi.candidate_judged (
    authority_key integer primary key,
    targets_version text not null
);
comment on table kpi.candidate_judged is 'One row per authority that the release being built judges anew, with the version of its targets.';
create table kpi.judged_authority (
    authority_key integer primary key,
    targets_version text not null
);
comment on table kpi.judged_authority is 'One row per authority: the version of the targets that its shown figures were judged by.';

-- How amounts are written. Immutable, so that a judgement and a view say the same.
--changeset csw:056-amount
create function kpi.amount(amount numeric, unit text, decimals integer) returns text
language sql immutable parallel safe
return round(amount, decimals)::text || case unit
    when 'percent' then '%'
    when 'per_10000' then ' per 10,000'
    when 'working_days' then ' working days'
    when 'days' then ' days'
    else ''
end;
comment on function kpi.amount is 'An amount in the unit of a KPI as it is read: 87.6%, 67 per 10,000, 33 working days.';
--changeset csw:056-amount-apart
create function kpi.amount_apart(amount numeric, unit text, decimals integer) returns text
language sql immutable parallel safe
return case unit
    when 'percent' then round(amount, decimals)::text || case when round(amount, decimals) = 1 then ' point' else ' points' end
    else kpi.amount(amount, unit, decimals)
end;
comment on function kpi.amount_apart is 'The distance between two amounts as it is read; between percentages it is in points.';
--changeset csw:056-change-in-words
create function kpi.change_in_words(now_shown numeric, then_shown numeric, unit text, decimals integer) returns text
language sql immutable parallel safe
return case
    when now_shown - then_shown is null then 'not available'
    when unit = 'count' and then_shown = 0 then to_char(now_shown - then_shown, 'FMSG999999990')
    when unit = 'count' then to_char(100 * (now_shown - then_shown) / then_shown, 'FMSG999999990.0') || '%'
    else case when now_shown > then_shown then '+' else '' end
        || kpi.amount_apart(now_shown - then_shown, unit, decimals)
end;
comment on function kpi.change_in_words is 'A change as it is read: points between percentages, percent between counts (the number itself from nought), else in the unit.';

--changeset csw:056-candidate-judged-figure
create table kpi.candidate_judged_figure (
    authority_key integer not null,
    period_key integer not null,
    kpi_code text not null,
    basis text not null,
    primary key (authority_key, period_key, kpi_code, basis)
);
comment on table kpi.candidate_judged_figure is 'One row per figure that the release being built judges anew, or whose judgement it takes back. All other judgements stay as they are shown.';

--changeset csw:056-candidate-judged-figure-of-a-night-under-way
-- A night that was judged before this table was there, and is not published yet, judged every figure of its authorities.
insert into kpi.candidate_judged_figure (authority_key, period_key, kpi_code, basis)
select
    authority_key,
    period_key,
    kpi_code,
    basis
from kpi.candidate_judgement
union
select
    shown.authority_key,
    shown.period_key,
    shown.kpi_code,
    shown.basis
from kpi.candidate_judged as judged
inner join kpi.judgement as shown on shown.authority_key = judged.authority_key
where shown.release_to is null
on conflict (authority_key, period_key, kpi_code, basis) do nothing;
