--liquibase formatted sql

--changeset csw:041-core-census
create table core.fact_referral (
    authority_key integer not null,
    child_key bigint not null,
    referral_no integer not null,
    referral_date date not null,
    referral_source text,
    need text,
    is_nfa boolean not null,
    closure_date date,
    closure_reason text,
    is_presumed_closed boolean not null,
    is_impossible boolean not null,
    previous_referral_date date,
    is_rereferral_12m boolean not null,
    has_assessment boolean not null,
    has_enquiry boolean not null,
    has_protection_plan boolean not null,
    was_looked_after boolean not null,
    is_not_in_need boolean not null,
    days_open integer,
    age_at_referral smallint,
    team text,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, referral_no)
);
comment on table core.fact_referral is 'One row per referral: the referral, the case it opened and its closure. Two referrals of one child on one day are one.';
create table core.fact_assessment (
    authority_key integer not null,
    child_key bigint not null,
    assessment_no integer not null,
    referral_no integer,
    start_date date not null,
    end_date date,
    working_days integer,
    is_presumed_ended boolean not null,
    is_impossible boolean not null,
    age_at_start smallint,
    team text,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, assessment_no)
);
comment on table core.fact_assessment is 'One row per assessment; working_days counts from the start day, which is day 0, to the day it was authorised.';
create table core.fact_assessment_factor (
    authority_key integer not null,
    child_key bigint not null,
    assessment_no integer not null,
    factor text not null,
    primary key (authority_key, child_key, assessment_no, factor)
);
comment on table core.fact_assessment_factor is 'One row per assessment and factor found at its end.';
create table core.fact_assessment_month (
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    assessment_no integer not null,
    start_date date not null,
    working_days_open integer not null,
    primary key (authority_key, period_key, child_key, assessment_no)
);
comment on table core.fact_assessment_month is 'One row per assessment open at a month end. Stock: never sum over months.';
create table core.fact_enquiry (
    authority_key integer not null,
    child_key bigint not null,
    enquiry_no integer not null,
    referral_no integer,
    start_date date,
    conference_date date,
    is_conference boolean not null,
    is_conference_required boolean not null,
    is_transfer_in boolean not null,
    working_days_to_conference integer,
    is_impossible boolean not null,
    age_at_start smallint,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, enquiry_no)
);
comment on table core.fact_enquiry is 'One row per section 47 enquiry with its initial child protection conference, or per transfer-in conference (which has no start date).';
create table core.fact_plan (
    authority_key integer not null,
    child_key bigint not null,
    plan_no integer not null,
    referral_no integer,
    plan_type text not null,
    start_date date not null,
    end_date date,
    is_presumed_ended boolean not null,
    is_impossible boolean not null,
    is_other_authority boolean not null,
    initial_category text,
    latest_category text,
    previous_plans integer,
    is_repeat_ever boolean not null,
    is_repeat_24m boolean not null,
    days integer,
    age_at_start smallint,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, plan_no)
);
comment on table core.fact_plan is 'One row per child in need plan (plan_type cin) or child protection plan (cp); days counts both the first and the last day.';
create table core.fact_plan_review (
    authority_key integer not null,
    child_key bigint not null,
    plan_no integer not null,
    review_date date not null,
    primary key (authority_key, child_key, plan_no, review_date)
);
comment on table core.fact_plan_review is 'One row per review conference of a child protection plan.';
create table core.fact_disability (
    authority_key integer not null,
    child_key bigint not null,
    disability text not null,
    primary key (authority_key, child_key, disability)
);
comment on table core.fact_disability is 'One row per child and recorded disability.';
create table core.fact_indicator (
    authority_key integer not null,
    period_key integer not null,
    basis text not null,
    kpi_code text not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    coverage_percent numeric,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, period_key, basis, kpi_code)
);
comment on table core.fact_indicator is 'One row per indicator value that another service delivered.';

--changeset csw:041-core-child-month-census
alter table core.fact_child_month
    add column is_in_need boolean not null default false,
    add column is_on_cin_plan boolean not null default false,
    add column is_on_protection_plan boolean not null default false,
    add column is_protection_plan_2y boolean not null default false,
    add column is_review_due boolean not null default false,
    add column is_review_on_time boolean not null default false,
    add column referral_need text,
    add column protection_category text;
