--liquibase formatted sql

-- Contacts, early help, visits, interviews, education plans, proceedings, foster carers and adopters: what the monthly export
-- brings besides the statutory returns. Staging tables are of the shape that 029 asks for.

--changeset csw:046-staging-feeds
create table staging.contact (
    file_id integer not null,
    line integer not null,
    child_key bigint not null,
    row_hash bigint not null,
    child_id text not null,
    contact_date date not null,
    contact_source text
);
create index contact_file on staging.contact using brin (file_id) with (pages_per_range = 16);
comment on table staging.contact is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_contact (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.contact,
    layout text not null,
    last_mentioned integer
);
create index in_force_contact_slice on staging.in_force_contact (authority_key, child_key);
comment on table staging.in_force_contact is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.early_help (
    file_id integer not null,
    line integer not null,
    child_key bigint not null,
    row_hash bigint not null,
    child_id text not null,
    family_ref text,
    start_date date not null,
    end_date date
);
create index early_help_file on staging.early_help using brin (file_id) with (pages_per_range = 16);
comment on table staging.early_help is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_early_help (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.early_help,
    layout text not null,
    last_mentioned integer
);
create index in_force_early_help_slice on staging.in_force_early_help (authority_key, child_key);
comment on table staging.in_force_early_help is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.plan_visit (
    file_id integer not null,
    line integer not null,
    child_key bigint not null,
    row_hash bigint not null,
    child_id text not null,
    visit_date date not null,
    is_seen boolean
);
create index plan_visit_file on staging.plan_visit using brin (file_id) with (pages_per_range = 16);
comment on table staging.plan_visit is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_plan_visit (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.plan_visit,
    layout text not null,
    last_mentioned integer
);
create index in_force_plan_visit_slice on staging.in_force_plan_visit (authority_key, child_key);
comment on table staging.in_force_plan_visit is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.return_interview (
    file_id integer not null,
    line integer not null,
    child_key bigint not null,
    row_hash bigint not null,
    child_id text not null,
    missing_start_date date,
    return_date date not null,
    is_offered boolean,
    is_accepted boolean,
    interview_date date,
    hours_to_interview integer
);
create index return_interview_file on staging.return_interview using brin (file_id) with (pages_per_range = 16);
comment on table staging.return_interview is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_return_interview (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.return_interview,
    layout text not null,
    last_mentioned integer
);
create index in_force_return_interview_slice on staging.in_force_return_interview (authority_key, child_key);
comment on table staging.in_force_return_interview is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.education_plan (
    file_id integer not null,
    line integer not null,
    child_key bigint not null,
    row_hash bigint not null,
    child_id text not null,
    term_end_date date not null,
    plan_date date
);
create index education_plan_file on staging.education_plan using brin (file_id) with (pages_per_range = 16);
comment on table staging.education_plan is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_education_plan (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.education_plan,
    layout text not null,
    last_mentioned integer
);
create index in_force_education_plan_slice on staging.in_force_education_plan (authority_key, child_key);
comment on table staging.in_force_education_plan is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.proceeding (
    file_id integer not null,
    line integer not null,
    child_key bigint not null,
    row_hash bigint not null,
    child_id text not null,
    case_ref text not null,
    application_date date not null,
    final_order_date date
);
create index proceeding_file on staging.proceeding using brin (file_id) with (pages_per_range = 16);
comment on table staging.proceeding is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_proceeding (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.proceeding,
    layout text not null,
    last_mentioned integer
);
create index in_force_proceeding_slice on staging.in_force_proceeding (authority_key, child_key);
comment on table staging.in_force_proceeding is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.foster_household (
    file_id integer not null,
    line integer not null,
    child_key bigint,
    row_hash bigint not null,
    child_id text,
    household_ref text not null,
    approval_date date not null,
    deregistered_date date,
    household_type text,
    is_own_agency boolean,
    carers integer
);
create index foster_household_file on staging.foster_household using brin (file_id) with (pages_per_range = 16);
comment on table staging.foster_household is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_foster_household (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.foster_household,
    layout text not null,
    last_mentioned integer
);
create index in_force_foster_household_slice on staging.in_force_foster_household (authority_key, layout);
comment on table staging.in_force_foster_household is 'Per natural key, the row of the newest delivery that still stands.';
create table staging.adopter (
    file_id integer not null,
    line integer not null,
    child_key bigint,
    row_hash bigint not null,
    child_id text,
    household_ref text not null,
    approval_date date not null,
    is_own_agency boolean
);
create index adopter_file on staging.adopter using brin (file_id) with (pages_per_range = 16);
comment on table staging.adopter is 'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.';
create table staging.in_force_adopter (
    delivery_id bigint not null,
    authority_key integer not null,
    period_key integer not null,
    like staging.adopter,
    layout text not null,
    last_mentioned integer
);
create index in_force_adopter_slice on staging.in_force_adopter (authority_key, layout);
comment on table staging.in_force_adopter is 'Per natural key, the row of the newest delivery that still stands.';

--changeset csw:046-core-feeds
create table core.fact_contact (
    authority_key integer not null,
    child_key bigint not null,
    contact_no integer not null,
    contact_date date not null,
    contact_source text,
    is_referred_3wd boolean not null,
    age_at_contact smallint,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, contact_no)
);
comment on table core.fact_contact is 'One row per contact about a child, with whether a referral followed. A contact is any message that reaches the service; only some become referrals.';
create table core.fact_plan_visit (
    authority_key integer not null,
    child_key bigint not null,
    plan_no integer not null,
    visit_date date not null,
    working_days integer not null,
    primary key (authority_key, child_key, plan_no, visit_date)
);
comment on table core.fact_plan_visit is 'One row per visit at which a child on a protection plan was seen, with the working days since the visit before.';
create table core.fact_return_interview (
    authority_key integer not null,
    child_key bigint not null,
    return_no integer not null,
    missing_start_date date,
    return_date date not null,
    is_offered boolean not null,
    is_accepted boolean not null,
    interview_date date,
    is_in_72h boolean not null,
    age_at_return smallint,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, return_no)
);
comment on table core.fact_return_interview is 'One row per time a child came back from being missing, with the interview that has to follow.';
create table core.fact_education_plan (
    authority_key integer not null,
    child_key bigint not null,
    term_end_date date not null,
    plan_date date,
    is_in_term boolean not null,
    age_at_term_end smallint,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, term_end_date)
);
comment on table core.fact_education_plan is 'One row per looked after child and school term, with the personal education plan (PEP) made in it.';
create table core.fact_proceeding (
    authority_key integer not null,
    case_no integer not null,
    children integer not null,
    application_date date not null,
    final_order_date date,
    days integer,
    is_impossible boolean not null,
    primary key (authority_key, case_no)
);
comment on table core.fact_proceeding is 'One row per case of care or supervision proceedings, whatever the number of children.';
create table core.fact_foster_household (
    authority_key integer not null,
    household_no integer not null,
    approval_date date not null,
    deregistered_date date,
    is_presumed_ended boolean not null,
    household_type text not null,
    is_own_agency boolean not null,
    carers integer,
    primary key (authority_key, household_no)
);
comment on table core.fact_foster_household is 'One row per fostering household.';
create table core.fact_foster_household_month (
    authority_key integer not null,
    period_key integer not null,
    household_no integer not null,
    household_type text not null,
    is_own_agency boolean not null,
    carers integer,
    primary key (authority_key, period_key, household_no)
);
comment on table core.fact_foster_household_month is 'One row per fostering household approved at a covered month end. Stock: never sum over months.';
create table core.fact_adopter (
    authority_key integer not null,
    adopter_no integer not null,
    approval_date date not null,
    is_own_agency boolean not null,
    primary key (authority_key, adopter_no)
);
comment on table core.fact_adopter is 'One row per household approved to adopt.';
create table core.fact_early_help_month (
    authority_key integer not null,
    period_key integer not null,
    case_no integer not null,
    children integer not null,
    start_date date not null,
    months_open integer not null,
    primary key (authority_key, period_key, case_no)
);
comment on table core.fact_early_help_month is 'One row per family, or per child where no family is known, with early help open at a covered month end. Stock: never sum over months.';
