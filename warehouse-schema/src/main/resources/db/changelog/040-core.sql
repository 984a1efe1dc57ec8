--liquibase formatted sql

--changeset csw:040-core-dimensions
create table core.dim_date (
    date date primary key,
    period_key integer not null,
    day_of_week smallint not null,
    is_working_day boolean not null,
    working_day_number integer not null
);
comment on table core.dim_date is 'One row per day 1990-2040. working_day_number counts England working days: wd(a, b) = number(b) - number(a).';
create table core.dim_period (
    period_key integer primary key,
    period_label text not null,
    month_start date not null,
    month_end date not null,
    month_index integer not null unique,
    quarter_label text not null,
    quarter_start date not null,
    financial_year text not null,
    financial_year_end integer not null,
    financial_year_start date not null,
    month_of_financial_year smallint not null,
    academic_year text not null
);
comment on table core.dim_period is 'One row per calendar month; month_index runs without gaps, so month arithmetic is subtraction.';
create table core.dim_authority (
    authority_key integer not null,
    authority_code text not null,
    gss_code text not null,
    authority_name text not null,
    region_code text not null,
    region_name text not null,
    comparison_region_name text not null,
    authority_type text not null,
    valid_from date not null,
    valid_to date not null,
    is_live boolean not null,
    primary key (authority_key, valid_from)
);
comment on table core.dim_authority is 'One row per authority and span of validity (type 2); valid_to 9999-12-31 while it stands.';
create table core.authority_change (
    effective_date date not null,
    from_key integer not null,
    from_gss_code text not null,
    from_name text not null,
    to_key integer not null,
    to_gss_code text not null,
    to_name text not null,
    change_type text not null,
    primary key (effective_date, from_key, from_gss_code, to_key)
);
comment on table core.authority_change is 'One row per predecessor and successor of a local-government change.';
create table core.dim_code (
    code_set text not null,
    code text not null,
    code_name text not null,
    group_code text not null,
    group_name text not null,
    sort_order integer not null,
    valid_from date not null,
    valid_to date not null,
    primary key (code_set, code, valid_from)
);
comment on table core.dim_code is 'One row per code of a code set and span of validity.';
create table core.dim_child (
    authority_key integer not null,
    child_key bigint not null,
    valid_from date not null,
    valid_to date not null,
    is_current boolean not null,
    birth_month date,
    sex text not null,
    ethnicity text not null,
    primary key (authority_key, child_key, valid_from)
);
comment on table core.dim_child is 'One row per child and span of attributes (type 2); pseudonymous: birth month only, no name, no identifier.';
create table core.neighbour (
    model text not null,
    authority_key integer not null,
    neighbour_key integer not null,
    rank smallint not null,
    closeness text not null,
    primary key (model, authority_key, neighbour_key)
);
comment on table core.neighbour is 'One row per neighbour model, authority and statistical neighbour.';
create table core.population (
    area_code text not null,
    mid_year integer not null,
    children_0_17 integer not null,
    vintage text not null,
    primary key (area_code, mid_year)
);
comment on table core.population is 'One row per area (DfE authority code, GSS region or country code) and mid-year: resident children aged 0 to 17.';

--changeset csw:040-core-looked-after
create table core.fact_care_episode (
    authority_key integer not null,
    child_key bigint not null,
    episode_no integer not null,
    care_period_no integer not null,
    start_date date not null,
    end_date date,
    is_presumed_ended boolean not null,
    new_episode_reason text not null,
    legal_status text not null,
    need text,
    placement_type text not null,
    placement_provider text,
    place_key bigint not null,
    urn text,
    end_reason text,
    place_change_reason text,
    is_short_break boolean not null,
    is_care_start boolean not null,
    is_care_end boolean not null,
    previous_start_period integer,
    next_end_period integer,
    age_at_start smallint,
    age_at_end smallint,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, episode_no)
);
comment on table core.fact_care_episode is 'One row per episode of care in force: an unbroken spell of legal status, placement and carer.';
create table core.fact_care_period (
    authority_key integer not null,
    child_key bigint not null,
    care_period_no integer not null,
    start_date date not null,
    is_start_known boolean not null,
    end_date date,
    end_reason text,
    is_presumed_ended boolean not null,
    is_short_break boolean not null,
    need text,
    days integer,
    primary key (authority_key, child_key, care_period_no)
);
comment on table core.fact_care_period is 'One row per period of care: a run of episodes without a gap.';
create table core.fact_placement (
    authority_key integer not null,
    child_key bigint not null,
    placement_no integer not null,
    care_period_no integer not null,
    start_date date not null,
    end_date date,
    placement_type text not null,
    placement_provider text,
    urn text,
    is_temporary boolean not null,
    is_short_break boolean not null,
    is_presumed_ended boolean not null,
    days integer,
    primary key (authority_key, child_key, placement_no)
);
comment on table core.fact_placement is 'One row per placement: consecutive episodes in the same place; temporary placements (T0-T4) are rows of their own and do not break the placement they interrupt.';
create table core.fact_legal_status (
    authority_key integer not null,
    child_key bigint not null,
    legal_status_no integer not null,
    care_period_no integer not null,
    legal_status text not null,
    start_date date not null,
    end_date date,
    days integer,
    primary key (authority_key, child_key, legal_status_no)
);
comment on table core.fact_legal_status is 'One row per unbroken spell of one legal status within a period of care.';
create table core.fact_care_leaver (
    authority_key integer not null,
    child_key bigint not null,
    birthday date not null,
    age_at_birthday smallint not null,
    in_touch text not null,
    activity text,
    accommodation text,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, birthday)
);
comment on table core.fact_care_leaver is 'One row per care leaver and birthday (17th to 21st): contact, main activity and accommodation around that day.';

--changeset csw:040-core-child-month
create table core.fact_child_month (
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    age smallint,
    sex text not null,
    ethnicity text not null,
    is_looked_after boolean not null,
    is_short_break boolean not null,
    is_asylum_seeker boolean not null,
    looked_after_since date,
    legal_status text,
    need text,
    placement_type text,
    placement_provider text,
    placement_since date,
    placements_12m smallint,
    is_looked_after_30m boolean not null,
    is_placement_24m boolean not null,
    days_looked_after integer,
    primary key (authority_key, period_key, child_key)
);
comment on table core.fact_child_month is 'One row per child and month end with something open: what was open, and the child''s position on that day. Stock: never sum over months.';

--changeset csw:040-core-coverage
create table core.coverage (
    authority_key integer not null,
    entity text not null,
    period_key integer not null,
    covered_from integer not null,
    primary key (authority_key, entity, period_key)
);
comment on table core.coverage is 'One row per authority, entity and month inside the coverage of a delivery in force; covered_from is the first month of the unbroken run of covered months that ends there.';

--changeset csw:040-core-authority
create view core.authority as
-- distinct: an authority has a row per span of validity, but one key and one code
select distinct
    authority_key,
    authority_code
from core.dim_authority;
comment on view core.authority is 'One row per authority: the key that facts carry and the code that readers know.';
